package org.jointcredit.objection.notice;

import static com.mongodb.client.model.Indexes.ascending;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.platform.eventing.Consumption;
import org.jointcredit.platform.eventing.OwnersSnapshot;
import org.jointcredit.platform.mongo.DeclaredIndex;
import org.jointcredit.platform.security.ServiceCalls;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service hears of joint actions and of what agencies report. */
@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {
    private static final String FEEDBACK = "feedback";
    /** A page of a snapshot is some megabytes. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Where both can be learned anew, should the topic no longer hold what was missed. */
    @Bean
    OwnersSnapshot feedbackSnapshot(ServiceCalls calls, @Value("${jointcredit.sanction-url}") String sanction) {
        return new OwnersSnapshot(
                FEEDBACK, Topics.FEEDBACK, calls.to(sanction, PATIENCE), "/api/sanction/feedback/snapshot");
    }

    @Bean
    Consumption feedbackConsumption(Notices notices) {
        return new Consumption(
                FEEDBACK,
                Pattern.compile(Topics.FEEDBACK),
                Set.of(EventTypes.ACTION_CHANGED, EventTypes.FEEDBACK_RECORDED),
                notices::take);
    }

    @Bean
    DeclaredIndex actionsOfListing() {
        return DeclaredIndex.of(NoticeStore.ACTIONS, ascending(NoticeStore.LISTING));
    }

    @Bean
    DeclaredIndex noticesOfListing() {
        return DeclaredIndex.of(NoticeStore.NOTICES, ascending(NoticeStore.LISTING, "_id"));
    }
}
