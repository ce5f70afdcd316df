package org.jointcredit.platform.mongo;

import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.MongoTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Durable by default: majority and journal; on a request's path at most two seconds of looking for a server. */
@AutoConfiguration
class MongoConfiguration {

    private static final WriteConcern DURABLE = WriteConcern.MAJORITY.withJournal(true);

    @Bean
    MongoClientSettingsBuilderCustomizer durableWrites() {
        return settings -> settings.writeConcern(DURABLE)
                .readConcern(ReadConcern.MAJORITY)
                .retryWrites(true)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(2, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(2, TimeUnit.SECONDS).readTimeout(20, TimeUnit.SECONDS));
    }

    @Bean
    MongoTransactionManager mongoTransactions(MongoDatabaseFactory mongo) {
        return new MongoTransactionManager(
                mongo,
                TransactionOptions.builder()
                        .writeConcern(DURABLE)
                        .readConcern(ReadConcern.SNAPSHOT)
                        .build());
    }

    @Bean
    TransactionTemplate transactions(MongoTransactionManager mongoTransactions) {
        return new TransactionTemplate(mongoTransactions);
    }

    @Bean
    IndexCreator indexCreator(MongoDatabaseFactory mongo, List<DeclaredIndex> indexes) {
        return new IndexCreator(mongo, indexes);
    }
}
