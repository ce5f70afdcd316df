package org.jointcredit.sanction.action;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.bson.BsonType;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.platform.cipher.FieldCipher;
import org.jointcredit.platform.eventing.Backlog;
import org.jointcredit.platform.eventing.Backlogs;
import org.jointcredit.platform.eventing.Consumption;
import org.jointcredit.platform.eventing.OwnersSnapshot;
import org.jointcredit.platform.eventing.Relay;
import org.jointcredit.platform.eventing.Relays;
import org.jointcredit.platform.mongo.DeclaredIndex;
import org.jointcredit.platform.security.ServiceCalls;
import org.jointcredit.platform.time.BusinessClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** What the actions listen to, what they send, and the indexes that their queries need. */
@Configuration(proxyBeanMethods = false)
class ActionConfiguration {

    private static final String TRIGGER = "trigger";
    private static final String REMEDY = "remedy";
    /** A page of a snapshot is some megabytes. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Bean
    Relay actionRelay(Relays relays) {
        return relays.of(JointActionStore.COLLECTION);
    }

    @Bean
    Backlog triggerBacklog(Backlogs backlogs) {
        return backlogs.of(TRIGGER, Topics.TRIGGER);
    }

    @Bean
    Relay noticeRelay(Relays relays) {
        return relays.of(NoticeStore.COLLECTION);
    }

    /** Where listings can be learned anew, should the topic no longer hold what was missed. */
    @Bean
    OwnersSnapshot listingSnapshot(ServiceCalls calls, @Value("${jointcredit.collection-url}") String collection) {
        return new OwnersSnapshot(
                TRIGGER, Topics.TRIGGER, calls.to(collection, PATIENCE), "/api/collection/listings/snapshot");
    }

    @Bean
    Consumption triggerConsumption(
            JointActionStore actions,
            GroundStore grounds,
            Consequences consequences,
            Planner planner,
            FieldCipher cipher,
            BusinessClock clock,
            TransactionTemplate transactions,
            Relay actionRelay,
            Relay noticeRelay) {
        return new Consumption(
                TRIGGER,
                Pattern.compile(Topics.TRIGGER),
                Set.of(EventTypes.LISTING_PUBLISHED, EventTypes.LISTING_CHANGED, EventTypes.LISTING_ENDED),
                new Triggers(
                        actions,
                        grounds,
                        consequences,
                        planner,
                        cipher,
                        clock,
                        transactions,
                        actionRelay,
                        noticeRelay));
    }

    /** Where cases and their holds can be learned anew. */
    @Bean
    OwnersSnapshot caseSnapshot(ServiceCalls calls, @Value("${jointcredit.objection-url}") String objection) {
        return new OwnersSnapshot(
                REMEDY, Topics.REMEDY, calls.to(objection, PATIENCE), "/api/objection/deletions/snapshot");
    }

    @Bean
    Consumption remedyConsumption(
            GroundStore grounds,
            JointActionStore actions,
            Consequences consequences,
            BusinessClock clock,
            TransactionTemplate transactions,
            Relay actionRelay,
            Relay noticeRelay) {
        return new Consumption(
                REMEDY,
                Pattern.compile(Topics.REMEDY),
                Remedies.TYPES,
                Set.of(
                        EventTypes.REPAIR_DECIDED,
                        EventTypes.EXIT_DECIDED,
                        EventTypes.DELETION_DECIDED,
                        EventTypes.PROCEEDING_DECIDED),
                new Remedies(grounds, actions, consequences, clock, transactions, actionRelay, noticeRelay));
    }

    @Bean
    DeclaredIndex actionsDue() {
        return Relay.index(JointActionStore.COLLECTION);
    }

    @Bean
    DeclaredIndex noticesDue() {
        return Relay.index(NoticeStore.COLLECTION);
    }

    @Bean
    DeclaredIndex actionsOpened() {
        return DeclaredIndex.of(JointActionStore.COLLECTION, compoundIndex(ascending("openedAt"), ascending("_id")));
    }

    @Bean
    DeclaredIndex actionsOfInitiator() {
        return DeclaredIndex.of(
                JointActionStore.COLLECTION,
                compoundIndex(ascending("department"), ascending("openedAt"), ascending("_id")));
    }

    @Bean
    DeclaredIndex actionsOfAgency() {
        return DeclaredIndex.of(
                JointActionStore.COLLECTION,
                compoundIndex(ascending("plan.agency"), ascending("openedAt"), ascending("_id")));
    }

    @Bean
    DeclaredIndex actionsAboutSubject() {
        return DeclaredIndex.of(JointActionStore.COLLECTION, ascending("subjectKeys"));
    }

    /** What an objection is against, and so which actions it holds. */
    @Bean
    DeclaredIndex actionsOnGround() {
        return DeclaredIndex.of(JointActionStore.COLLECTION, ascending("grounds"));
    }

    /** Red and severe of one subject. */
    @Bean
    DeclaredIndex actionsOfSubject() {
        return DeclaredIndex.of(
                JointActionStore.COLLECTION, compoundIndex(ascending("subject"), ascending("listClass")));
    }

    @Bean
    DeclaredIndex noticesOfAction() {
        return DeclaredIndex.of(
                NoticeStore.COLLECTION, compoundIndex(ascending("action"), descending("issuedAt"), descending("_id")));
    }

    @Bean
    DeclaredIndex noticesOfAgency() {
        return DeclaredIndex.of(
                NoticeStore.COLLECTION, compoundIndex(ascending("agency"), descending("issuedAt"), descending("_id")));
    }

    @Bean
    DeclaredIndex noticesOfInitiator() {
        return DeclaredIndex.of(
                NoticeStore.COLLECTION,
                compoundIndex(ascending("department"), descending("issuedAt"), descending("_id")));
    }

    @Bean
    DeclaredIndex noticesIssued() {
        return DeclaredIndex.of(NoticeStore.COLLECTION, compoundIndex(descending("issuedAt"), descending("_id")));
    }

    @Bean
    DeclaredIndex noticesOfSubject() {
        return DeclaredIndex.of(NoticeStore.COLLECTION, ascending("subject.id"));
    }

    /** Of whose deadline something is to be said next. */
    @Bean
    DeclaredIndex noticesToAlert() {
        return DeclaredIndex.partial(
                NoticeStore.COLLECTION,
                compoundIndex(ascending("alertOn"), ascending("_id")),
                Filters.type("alertOn", BsonType.STRING));
    }

    /** Open deadlines by their calendar: a new one finds those of the earlier ones. */
    @Bean
    DeclaredIndex noticesByCalendar() {
        return DeclaredIndex.partial(
                NoticeStore.COLLECTION, ascending("due.calendar"), Filters.type("dueNow", BsonType.STRING));
    }

    /** The overdue ones and what is due next; a notice that owes nothing takes no room in it. */
    @Bean
    DeclaredIndex noticesOwed() {
        return DeclaredIndex.partial(
                NoticeStore.COLLECTION,
                compoundIndex(ascending("agency"), ascending("dueNow"), ascending("_id")),
                Filters.type("dueNow", BsonType.STRING));
    }
}
