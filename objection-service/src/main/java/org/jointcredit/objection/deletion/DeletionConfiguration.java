package org.jointcredit.objection.deletion;

import static com.mongodb.client.model.Indexes.ascending;

import org.jointcredit.objection.remedy.RemedyCollection;
import org.jointcredit.platform.eventing.Relay;
import org.jointcredit.platform.eventing.Relays;
import org.jointcredit.platform.mongo.DeclaredIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What sends the decisions, and the indexes that the queries need. */
@Configuration(proxyBeanMethods = false)
class DeletionConfiguration {
    @Bean
    Relay deletionRelay(Relays relays) {
        return relays.of(DeletionStore.COLLECTION);
    }

    @Bean
    RemedyCollection deletionsTold() {
        return new RemedyCollection(DeletionStore.COLLECTION);
    }

    @Bean
    DeclaredIndex deletionsDue() {
        return Relay.index(DeletionStore.COLLECTION);
    }

    /** Of one record, deletion is asked for once. */
    @Bean
    DeclaredIndex deletionsByRecord() {
        return DeclaredIndex.unique(DeletionStore.COLLECTION, ascending(DeletionStore.RECORD));
    }

    @Bean
    DeclaredIndex deletionsOfSubject() {
        return DeclaredIndex.of(
                DeletionStore.COLLECTION, ascending(DeletionStore.SUBJECT, DeletionStore.RECEIVED_AT, "_id"));
    }
}
