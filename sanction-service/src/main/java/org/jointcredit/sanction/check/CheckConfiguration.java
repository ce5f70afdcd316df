package org.jointcredit.sanction.check;

import java.time.Duration;
import org.jointcredit.platform.security.LookTeller;
import org.jointcredit.platform.security.ServiceCalls;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The call to disclosure, which keeps the log of looks: never longer than an approval system would wait. */
@Configuration(proxyBeanMethods = false)
class CheckConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Bean
    PersonLooks personLooks(ServiceCalls calls, @Value("${jointcredit.disclosure-url}") String disclosure) {
        return new PersonLooks(new LookTeller(calls.to(disclosure, PATIENCE)));
    }
}
