package org.jointcredit.collection.record;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;

import org.jointcredit.platform.eventing.Relay;
import org.jointcredit.platform.eventing.Relays;
import org.jointcredit.platform.mongo.DeclaredIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What sends the records, and the indexes that their queries need. */
@Configuration(proxyBeanMethods = false)
class RecordConfiguration {
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
