package org.jointcredit.collection.intake;

import java.time.Clock;
import java.util.Set;
import java.util.regex.Pattern;
import org.jointcredit.collection.catalogue.ForbiddenData;
import org.jointcredit.collection.listing.ListingService;
import org.jointcredit.collection.record.RecordCommands;
import org.jointcredit.collection.record.RecordSubmissions;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.platform.eventing.Answers;
import org.jointcredit.platform.eventing.Consumption;
import org.jointcredit.platform.eventing.Journal;
import org.jointcredit.platform.eventing.Relay;
import org.jointcredit.platform.eventing.Relays;
import org.jointcredit.platform.mongo.DeclaredIndex;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.ErrorTexts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What collection listens to, and what sends its receipts. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {
    private static final String SUBMISSIONS = "submissions";

    @Bean
    Relay submissionRelay(Relays relays) {
        return relays.ofAnswers(SUBMISSIONS);
    }

    @Bean
    Consumption intake(
            ListingService listings,
            RecordSubmissions records,
            RecordCommands commands,
            MongoTemplate mongo,
            Journal journal,
            Relay submissionRelay,
            ErrorTexts texts,
            ForbiddenData forbidden,
            BusinessClock clock,
            Clock systemClock) {
        return new Consumption(
                "intake",
                Pattern.compile(Topics.INTAKE_PATTERN),
                Set.of(
                        EventTypes.LISTING_SUBMITTED,
                        EventTypes.LISTING_CHANGE_SUBMITTED,
                        EventTypes.LISTING_ENDING_SUBMITTED,
                        EventTypes.RECORD_SUBMITTED,
                        EventTypes.RECORD_WITHDRAWAL_SUBMITTED),
                new Intake(
                        listings,
                        records,
                        commands,
                        new Answers(mongo, journal, submissionRelay, SUBMISSIONS, systemClock),
                        texts,
                        forbidden,
                        clock));
    }

    @Bean
    DeclaredIndex submissionsDue() {
        return Relay.index(SUBMISSIONS);
    }

    @Bean
    DeclaredIndex submissionsKept() {
        return Answers.kept(SUBMISSIONS);
    }
}
