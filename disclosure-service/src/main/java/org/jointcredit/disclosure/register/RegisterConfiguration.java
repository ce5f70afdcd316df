package org.jointcredit.disclosure.register;

import static com.mongodb.client.model.Indexes.ascending;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.jointcredit.contract.event.ActionChanged;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.RecordFact;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.platform.eventing.Consumption;
import org.jointcredit.platform.eventing.OwnersSnapshot;
import org.jointcredit.platform.mongo.DeclaredIndex;
import org.jointcredit.platform.security.ServiceCalls;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What the register is made of, what it is told by, and the indexes by which it is read. */
@Configuration(proxyBeanMethods = false)
class RegisterConfiguration {
    static final String RECORDS = "records";
    static final String LISTINGS = "listings";
    static final String ACTIONS = "actions";
    static final String MARKS = "marks";
    /** Names of the consumptions. */
    static final String RECORD = "record";

    static final String TRIGGER = "trigger";
    static final String FEEDBACK = "feedback";
    static final String REMEDY = "remedy";
    /** A page of a snapshot is some megabytes. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Bean
    FactStore<RecordFact> recordFacts(MongoTemplate mongo) {
        return new FactStore<>(mongo, RECORDS, RecordFact.class);
    }

    @Bean
    FactStore<ListingFact> listingFacts(MongoTemplate mongo) {
        return new FactStore<>(mongo, LISTINGS, ListingFact.class);
    }

    /** By listing: what each has set off. */
    @Bean
    FactStore<ActionChanged> actionFacts(MongoTemplate mongo) {
        return new FactStore<>(mongo, ACTIONS, ActionChanged.class);
    }

    /** By case: what each says of the information it is about. */
    @Bean
    FactStore<Marking> markings(MongoTemplate mongo) {
        return new FactStore<>(mongo, MARKS, Marking.class);
    }

    @Bean
    Consumption recordConsumption(Arrivals arrivals) {
        return new Consumption(
                RECORD,
                Pattern.compile(Topics.RECORD),
                Set.of(
                        EventTypes.RECORD_PUBLISHED,
                        EventTypes.RECORD_REVISED,
                        EventTypes.RECORD_WITHDRAWN,
                        EventTypes.RECORD_ARCHIVED,
                        EventTypes.RECORD_ERASED),
                arrivals::records);
    }

    @Bean
    Consumption listingConsumption(Arrivals arrivals) {
        return new Consumption(
                TRIGGER,
                Pattern.compile(Topics.TRIGGER),
                Set.of(EventTypes.LISTING_PUBLISHED, EventTypes.LISTING_CHANGED, EventTypes.LISTING_ENDED),
                arrivals::listings);
    }

    /** What single agencies reported is understood, and shown nowhere. */
    @Bean
    Consumption actionConsumption(Arrivals arrivals) {
        return new Consumption(
                FEEDBACK,
                Pattern.compile(Topics.FEEDBACK),
                Set.of(EventTypes.ACTION_CHANGED, EventTypes.FEEDBACK_RECORDED),
                arrivals::actions);
    }

    /** What an exit or a deletion does is told by the listing and the record. */
    @Bean
    Consumption remedyConsumption(Arrivals arrivals) {
        return new Consumption(
                REMEDY,
                Pattern.compile(Topics.REMEDY),
                Set.of(
                        EventTypes.OBJECTION_RECEIVED,
                        EventTypes.OBJECTION_DECIDED,
                        EventTypes.REVIEW_DECIDED,
                        EventTypes.REPAIR_DECIDED),
                Set.of(EventTypes.EXIT_DECIDED, EventTypes.DELETION_DECIDED),
                arrivals::remedies);
    }

    @Bean
    OwnersSnapshot recordSnapshot(ServiceCalls calls, @Value("${jointcredit.collection-url}") String collection) {
        return new OwnersSnapshot(
                RECORD, Topics.RECORD, calls.to(collection, PATIENCE), "/api/collection/records/snapshot");
    }

    @Bean
    OwnersSnapshot listingSnapshot(ServiceCalls calls, @Value("${jointcredit.collection-url}") String collection) {
        return new OwnersSnapshot(
                TRIGGER, Topics.TRIGGER, calls.to(collection, PATIENCE), "/api/collection/listings/snapshot");
    }

    @Bean
    OwnersSnapshot actionSnapshot(ServiceCalls calls, @Value("${jointcredit.sanction-url}") String sanction) {
        return new OwnersSnapshot(
                FEEDBACK, Topics.FEEDBACK, calls.to(sanction, PATIENCE), "/api/sanction/actions/snapshot");
    }

    @Bean
    OwnersSnapshot remedySnapshot(ServiceCalls calls, @Value("${jointcredit.objection-url}") String objection) {
        return new OwnersSnapshot(
                REMEDY, Topics.REMEDY, calls.to(objection, PATIENCE), "/api/objection/deletions/snapshot");
    }

    @Bean
    DeclaredIndex subjectsByCode() {
        return DeclaredIndex.of(SubjectStore.COLLECTION, ascending(SubjectStore.CODE));
    }

    @Bean
    DeclaredIndex subjectsByMac() {
        return DeclaredIndex.of(SubjectStore.COLLECTION, ascending(SubjectStore.MACS));
    }

    @Bean
    DeclaredIndex subjectsByGram() {
        return DeclaredIndex.of(SubjectStore.COLLECTION, ascending(SubjectStore.GRAMS, SubjectStore.LENGTH, "_id"));
    }

    @Bean
    DeclaredIndex recordsOfSubject() {
        return records(Shown.OF_SUBJECT);
    }

    @Bean
    DeclaredIndex recordsOfItem() {
        return records(Shown.ITEM);
    }

    @Bean
    DeclaredIndex recordsOfDoubleDisclosure() {
        return records(Shown.DOUBLE);
    }

    @Bean
    DeclaredIndex listingsOfSubject() {
        return listings(Shown.OF_SUBJECT);
    }

    @Bean
    DeclaredIndex listingsOfPersonBehind() {
        return listings(Shown.BEHIND);
    }

    @Bean
    DeclaredIndex listingsOfType() {
        return listings(Shown.LIST_TYPE);
    }

    @Bean
    DeclaredIndex marksOf() {
        return DeclaredIndex.of(MARKS, ascending(Marks.OF));
    }

    private static DeclaredIndex records(String by) {
        return DeclaredIndex.of(RECORDS, ascending(by, Shown.RECORD_DECIDED, "_id"));
    }

    private static DeclaredIndex listings(String by) {
        return DeclaredIndex.of(LISTINGS, ascending(by, Shown.LISTING_DECIDED, "_id"));
    }
}
