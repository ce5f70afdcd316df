package org.jointcredit.platform.time;

import java.time.Clock;
import org.jointcredit.platform.law.LawAutoConfiguration;
import org.jointcredit.platform.law.LawStore;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Two clocks, the system's and the business clock, which moves in the demonstration only; and the working days. */
@AutoConfiguration(after = LawAutoConfiguration.class)
public class TimeAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    BusinessClock businessClock(Clock clock) {
        return new BusinessClock(clock);
    }

    @Bean
    WorkingDays workingDays(LawStore law) {
        return WorkingDays.of(law);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty("jointcredit.demo")
    static class Demo {
        @Bean
        MovableClock movableClock(BusinessClock clock, MongoTemplate mongo, ApplicationEventPublisher days) {
            return new MovableClock(clock, mongo, days);
        }

        @Bean
        BusinessClockEndpoint businessClockEndpoint(BusinessClock clock, MovableClock movable) {
            return new BusinessClockEndpoint(clock, movable);
        }
    }
}
