package org.jointcredit.collection.batch;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexOptions;
import java.util.concurrent.TimeUnit;
import org.jointcredit.platform.mongo.DeclaredIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The indexes of the batches. */
@Configuration(proxyBeanMethods = false)
class BatchConfiguration {
    @Bean
    DeclaredIndex batchesInOrder() {
        return DeclaredIndex.of(BatchStore.COLLECTION, ascending(BatchStore.RECEIVED_AT, "_id"));
    }

    @Bean
    DeclaredIndex batchesOfDepartment() {
        return DeclaredIndex.of(BatchStore.COLLECTION, ascending(BatchStore.DEPARTMENT, BatchStore.RECEIVED_AT, "_id"));
    }

    @Bean
    DeclaredIndex batchesToDo() {
        return DeclaredIndex.of(BatchStore.COLLECTION, ascending(BatchStore.STATE, BatchStore.LEASED_UNTIL));
    }

    @Bean
    DeclaredIndex batchRowsInOrder() {
        return DeclaredIndex.of(BatchStore.ROWS, ascending(BatchStore.BATCH, BatchStore.ROW, "_id"));
    }

    @Bean
    DeclaredIndex batchRowsByOutcome() {
        return DeclaredIndex.of(
                BatchStore.ROWS, ascending(BatchStore.BATCH, BatchStore.OUTCOME, BatchStore.ROW, "_id"));
    }

    @Bean
    DeclaredIndex batchRowsByPrints() {
        return DeclaredIndex.partial(BatchStore.ROWS, ascending(BatchStore.PRINTS), exists(BatchStore.PRINTS));
    }

    @Bean
    DeclaredIndex batchRowsKept() {
        return new DeclaredIndex(
                BatchStore.ROWS,
                ascending(BatchStore.KEPT_UNTIL),
                new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    @Bean
    DeclaredIndex batchKeysOfBatch() {
        return DeclaredIndex.of(BatchKeyStore.COLLECTION, ascending(BatchKeyStore.BATCH));
    }

    @Bean
    DeclaredIndex batchKeysKept() {
        return new DeclaredIndex(
                BatchKeyStore.COLLECTION,
                ascending(BatchKeyStore.UNTIL),
                new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }
}
