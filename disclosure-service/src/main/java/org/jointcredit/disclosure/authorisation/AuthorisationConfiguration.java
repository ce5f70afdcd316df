package org.jointcredit.disclosure.authorisation;

import static com.mongodb.client.model.Indexes.ascending;

import org.jointcredit.platform.mongo.DeclaredIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The indexes that lists of authorisations need. */
@Configuration(proxyBeanMethods = false)
class AuthorisationConfiguration {
    @Bean
    DeclaredIndex authorisationsGiven() {
        return index(AuthorisationStore.SUBJECT);
    }

    @Bean
    DeclaredIndex authorisationsReceived() {
        return index(AuthorisationStore.GRANTEE);
    }

    private static DeclaredIndex index(String of) {
        return DeclaredIndex.of(AuthorisationStore.COLLECTION, ascending(of, AuthorisationStore.GRANTED_AT, "_id"));
    }
}
