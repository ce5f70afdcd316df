package org.jointcredit.disclosure.accesslog;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;

import org.jointcredit.platform.mongo.DeclaredIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The indexes that readers of the log need. */
@Configuration(proxyBeanMethods = false)
class AccessLogConfiguration {
    /** Holds all that is counted, too. */
    @Bean
    DeclaredIndex accessesInOrder() {
        return index(AccessLogStore.AT, "_id", AccessLogStore.KIND, AccessLogStore.DEPARTMENT);
    }

    @Bean
    DeclaredIndex accessesOfSubject() {
        return index(AccessLogStore.SUBJECT, AccessLogStore.AT, "_id");
    }

    @Bean
    DeclaredIndex accessesOfDepartment() {
        return index(AccessLogStore.DEPARTMENT, AccessLogStore.AT, "_id", AccessLogStore.KIND);
    }

    @Bean
    DeclaredIndex accessesOfRequest() {
        return index(AccessLogStore.REQUEST, "_id");
    }

    @Bean
    DeclaredIndex refusedOfDepartment() {
        return DeclaredIndex.partial(
                AccessLogStore.COLLECTION,
                ascending(AccessLogStore.KIND, AccessLogStore.DEPARTMENT, AccessLogStore.AT, "_id"),
                eq(AccessLogStore.KIND, LookKind.REFUSED.name()));
    }

    @Bean
    DeclaredIndex refusedInOrder() {
        return DeclaredIndex.partial(
                AccessLogStore.COLLECTION,
                ascending(AccessLogStore.KIND, AccessLogStore.AT, "_id"),
                eq(AccessLogStore.KIND, LookKind.REFUSED.name()));
    }

    private static DeclaredIndex index(String... fields) {
        return DeclaredIndex.of(AccessLogStore.COLLECTION, ascending(fields));
    }
}
