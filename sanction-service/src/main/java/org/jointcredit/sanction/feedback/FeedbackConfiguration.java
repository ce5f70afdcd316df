package org.jointcredit.sanction.feedback;

import java.util.regex.Pattern;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.platform.eventing.Consumption;
import org.jointcredit.platform.eventing.Journal;
import org.jointcredit.platform.eventing.Relay;
import org.jointcredit.platform.eventing.Relays;
import org.jointcredit.platform.mongo.DeclaredIndex;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.ErrorTexts;
import org.jointcredit.sanction.action.NoticeStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What agencies report over Kafka, and the answers to what is refused. */
@Configuration(proxyBeanMethods = false)
class FeedbackConfiguration {

    @Bean
    Relay refusalRelay(Relays relays) {
        return relays.ofAnswers(RefusalStore.COLLECTION);
    }

    @Bean
    RefusalStore refusals(MongoTemplate mongo, Journal journal, Relay refusalRelay) {
        return new RefusalStore(mongo, journal, refusalRelay);
    }

    @Bean
    DeclaredIndex refusalsDue() {
        return Relay.index(RefusalStore.COLLECTION);
    }

    @Bean
    DeclaredIndex refusalsKept() {
        return RefusalStore.KEPT;
    }

    @Bean
    Consumption feedbackConsumption(
            NoticeStore notices,
            Reports reports,
            RefusalStore refusals,
            ErrorTexts texts,
            BusinessClock clock,
            Relay noticeRelay) {
        return new Consumption(
                "feedback",
                Pattern.compile(Topics.FEEDBACK_PATTERN),
                ReportKind.BY_TYPE.keySet(),
                new FeedbackIntake(notices, reports, refusals, texts, clock, noticeRelay));
    }
}
