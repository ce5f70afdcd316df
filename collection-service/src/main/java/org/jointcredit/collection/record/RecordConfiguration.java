package org.jointcredit.collection.record;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Indexes.ascending;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.RecordCategory;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.platform.eventing.Answers;
import org.jointcredit.platform.eventing.Consumption;
import org.jointcredit.platform.eventing.Journal;
import org.jointcredit.platform.eventing.Relay;
import org.jointcredit.platform.eventing.Relays;
import org.jointcredit.platform.mongo.DeclaredIndex;
import org.jointcredit.platform.security.LookTeller;
import org.jointcredit.platform.security.ServiceCalls;
import org.jointcredit.platform.time.BusinessClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What sends the records, and the indexes that their queries need. */
@Configuration(proxyBeanMethods = false)
class RecordConfiguration {
    /** An officer waits for it. */
    private static final Duration SHORT_PATIENCE = Duration.ofSeconds(3);

    /** One document for each request for deletion. */
    private static final String TOLD_PROVIDERS = "told_providers";

    @Bean
    Looks looks(ServiceCalls calls, @Value("${jointcredit.disclosure-url}") String disclosure) {
        return new Looks(new LookTeller(calls.to(disclosure, SHORT_PATIENCE)));
    }

    @Bean
    Relay recordRelay(Relays relays) {
        return relays.of(RecordStore.COLLECTION);
    }

    @Bean
    DeclaredIndex recordsDue() {
        return Relay.index(RecordStore.COLLECTION);
    }

    /** A record is unique by item, provider, document and subject, however it came in. */
    @Bean
    DeclaredIndex recordsByKey() {
        return DeclaredIndex.unique(RecordStore.COLLECTION, ascending(RecordStore.KEY, RecordStore.SUBJECT));
    }

    @Bean
    DeclaredIndex recordsOfProvider() {
        return index(RecordStore.PROVIDER, RecordStore.CREATED_AT, "_id");
    }

    @Bean
    DeclaredIndex recordsInOrder() {
        return index(RecordStore.CREATED_AT, "_id");
    }

    @Bean
    DeclaredIndex recordsByNumber() {
        return index(RecordStore.NUMBER, "_id");
    }

    @Bean
    DeclaredIndex recordsToSettle() {
        return DeclaredIndex.partial(
                RecordStore.COLLECTION,
                ascending(RecordStore.TO_SETTLE, RecordStore.CREATED_AT, "_id"),
                eq(RecordStore.TO_SETTLE, true));
    }

    @Bean
    DeclaredIndex recordsByLastDay() {
        return DeclaredIndex.partial(
                RecordStore.COLLECTION,
                ascending(RecordStore.KIND, RecordStore.STATE, RecordStore.ADVERSE_UNTIL),
                eq(RecordStore.CATEGORY, RecordCategory.ADVERSE.name()));
    }

    @Bean
    Relay erasedRelay(Relays relays) {
        return relays.of(ErasedStore.COLLECTION);
    }

    /** Its own word, from where this database has heard it: one that was restored from a copy erases again (X3). */
    @Bean
    Consumption ownErasures(ErasedStore erased) {
        return new Consumption(
                "record",
                Pattern.compile(Topics.RECORD),
                Set.of(EventTypes.RECORD_ERASED),
                Set.of(
                        EventTypes.RECORD_PUBLISHED,
                        EventTypes.RECORD_REVISED,
                        EventTypes.RECORD_WITHDRAWN,
                        EventTypes.RECORD_ARCHIVED),
                erased::eraseAgain);
    }

    @Bean
    DeclaredIndex erasedDue() {
        return Relay.index(ErasedStore.COLLECTION);
    }

    @Bean
    DeclaredIndex erasedByPrints() {
        return DeclaredIndex.of(ErasedStore.COLLECTION, ascending(ErasedStore.PRINTS));
    }

    @Bean
    DeclaredIndex recordsToErase() {
        return DeclaredIndex.partial(
                RecordStore.COLLECTION, ascending(RecordStore.REQUEST), exists(RecordStore.REQUEST));
    }

    @Bean
    Relay toldProvidersRelay(Relays relays) {
        return relays.ofAnswers(TOLD_PROVIDERS);
    }

    @Bean
    DeclaredIndex toldProvidersDue() {
        return Relay.index(TOLD_PROVIDERS);
    }

    @Bean
    DeclaredIndex toldProvidersKept() {
        return Answers.kept(TOLD_PROVIDERS);
    }

    @Bean
    RequestedErasure requestedErasure(
            RecordStore records,
            ErasedStore erased,
            RecordFacts facts,
            MongoTemplate mongo,
            Journal journal,
            Relay toldProvidersRelay,
            BusinessClock clock,
            Clock systemClock) {
        return new RequestedErasure(
                records,
                erased,
                facts,
                new Answers(mongo, journal, toldProvidersRelay, TOLD_PROVIDERS, systemClock),
                clock);
    }

    @Bean
    DeclaredIndex recordsOfMonth() {
        return index(RecordStore.MONTH, RecordStore.PROVIDER, RecordStore.LATE);
    }

    @Bean
    DeclaredIndex refusalsOfMonth() {
        return DeclaredIndex.of(QualityStore.REFUSALS, ascending(QualityStore.MONTH, QualityStore.PROVIDER));
    }

    private static DeclaredIndex index(String... fields) {
        return DeclaredIndex.of(RecordStore.COLLECTION, ascending(fields));
    }
}
