package org.jointcredit.collection.intake;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jointcredit.collection.listing.ListingService;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.platform.eventing.Consumption;
import org.jointcredit.platform.eventing.Relay;
import org.jointcredit.platform.eventing.Relays;
import org.jointcredit.platform.mongo.DeclaredIndex;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.ErrorTexts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What collection listens to, and what sends its receipts. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {
    /** As long as the topic keeps the receipts; a message itself is kept for three days. */
    private static final long KEPT_DAYS = 30;

    @Bean
    Relay submissionRelay(Relays relays) {
        return relays.ofAnswers(SubmissionStore.COLLECTION);
    }

    @Bean
    Consumption intake(ListingService listings, SubmissionStore submissions, ErrorTexts texts, BusinessClock clock) {
        return new Consumption(
                "intake",
                Pattern.compile(Topics.INTAKE_PATTERN),
                Set.of(
                        EventTypes.LISTING_SUBMITTED,
                        EventTypes.LISTING_CHANGE_SUBMITTED,
                        EventTypes.LISTING_ENDING_SUBMITTED),
                new Intake(listings, submissions, texts, clock));
    }

    @Bean
    DeclaredIndex submissionsDue() {
        return Relay.index(SubmissionStore.COLLECTION);
    }

    @Bean
    DeclaredIndex submissionsKept() {
        return new DeclaredIndex(
                SubmissionStore.COLLECTION,
                Indexes.ascending(SubmissionStore.AT),
                new IndexOptions().expireAfter(KEPT_DAYS, TimeUnit.DAYS));
    }
}
