package org.jointcredit.sanction.feedback;

import java.time.Clock;
import java.util.regex.Pattern;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.platform.eventing.Answers;
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

    private static final String REFUSALS = "refusals";

    @Bean
    Relay refusalRelay(Relays relays) {
        return relays.ofAnswers(REFUSALS);
    }

    @Bean
    DeclaredIndex refusalsDue() {
        return Relay.index(REFUSALS);
    }

    @Bean
    DeclaredIndex refusalsKept() {
        return Answers.kept(REFUSALS);
    }

    @Bean
    Consumption feedbackConsumption(
            NoticeStore notices,
            Reports reports,
            MongoTemplate mongo,
            Journal journal,
            Relay refusalRelay,
            ErrorTexts texts,
            BusinessClock clock,
            Clock systemClock,
            Relay noticeRelay) {
        var refusals = new Answers(mongo, journal, refusalRelay, REFUSALS, systemClock);
        return new Consumption(
                "feedback",
                Pattern.compile(Topics.FEEDBACK_PATTERN),
                ReportKind.BY_TYPE.keySet(),
                new FeedbackIntake(notices, reports, refusals, texts, clock, noticeRelay));
    }
}
