package org.jointcredit.disclosure.query;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexOptions;
import java.util.concurrent.TimeUnit;
import org.jointcredit.platform.mongo.DeclaredIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The indexes of batches; the one that lets their rows go when their time is over. */
@Configuration(proxyBeanMethods = false)
class QueryConfiguration {
    @Bean
    DeclaredIndex batchesDue() {
        return DeclaredIndex.of(BatchStore.BATCHES, ascending(BatchStore.OPEN, BatchStore.LEASE));
    }

    @Bean
    DeclaredIndex rowsOfBatch() {
        return DeclaredIndex.of(BatchStore.ROWS, ascending(BatchStore.BATCH, BatchStore.ROW, "_id"));
    }

    /** A key is good for thirty days at least. */
    @Bean
    DeclaredIndex keysExpire() {
        return new DeclaredIndex(
                AskedStore.COLLECTION, ascending(AskedStore.AT), new IndexOptions().expireAfter(31L, TimeUnit.DAYS));
    }

    @Bean
    DeclaredIndex rowsExpire() {
        return new DeclaredIndex(
                BatchStore.ROWS,
                ascending(BatchStore.EXPIRES_AT),
                new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }
}
