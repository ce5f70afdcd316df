package org.jointcredit.platform.law;

import java.nio.file.Path;
import org.jointcredit.platform.mongo.DeclaredIndex;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The law data every service reads. */
@AutoConfiguration(after = DataMongoAutoConfiguration.class)
public class LawAutoConfiguration {
    @Bean
    Departments departments() {
        return Departments.load();
    }

    @Bean
    LawStore lawStore(MongoTemplate mongo, @Value("${jointcredit.law-dir:}") String directory) {
        return new LawStore(mongo, directory.isBlank() ? null : Path.of(directory));
    }

    @Bean
    LawProposals lawProposals(MongoTemplate mongo, TransactionTemplate transactions) {
        return new LawProposals(mongo, transactions);
    }

    @Bean
    DeclaredIndex lawRequests() {
        return LawProposals.index();
    }
}
