package org.jointcredit.collection.subject;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.jointcredit.platform.mongo.DeclaredIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A code, and a person's keyed hash, belong to one subject only. */
@Configuration(proxyBeanMethods = false)
class SubjectConfiguration {
    @Bean
    DeclaredIndex subjectsByCode() {
        return unique("code");
    }

    @Bean
    DeclaredIndex subjectsByMac() {
        return unique("index.mac");
    }

    private static DeclaredIndex unique(String field) {
        return new DeclaredIndex(
                SubjectStore.COLLECTION,
                Indexes.ascending(field),
                new IndexOptions().unique(true).sparse(true));
    }
}
