package org.jointcredit.collection.listing;

import static com.mongodb.client.model.Indexes.ascending;

import org.jointcredit.platform.eventing.Relay;
import org.jointcredit.platform.eventing.Relays;
import org.jointcredit.platform.mongo.DeclaredIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What sends the listings, and the indexes that their queries need. */
@Configuration(proxyBeanMethods = false)
class ListingConfiguration {
    @Bean
    Relay listingRelay(Relays relays) {
        return relays.of(ListingStore.COLLECTION);
    }

    @Bean
    DeclaredIndex listingsDue() {
        return Relay.index(ListingStore.COLLECTION);
    }

    /** A listing is unique by department and number alone, however it came in. */
    @Bean
    DeclaredIndex listingsByNumber() {
        return DeclaredIndex.unique(ListingStore.COLLECTION, ascending(ListingStore.DEPARTMENT, ListingStore.NUMBER));
    }

    @Bean
    DeclaredIndex listingsOfDepartment() {
        return index(ListingStore.DEPARTMENT, ListingStore.CREATED_AT, "_id");
    }

    @Bean
    DeclaredIndex listingsInOrder() {
        return index(ListingStore.CREATED_AT, "_id");
    }

    @Bean
    DeclaredIndex listingsOfAllByNumber() {
        return index(ListingStore.NUMBER, "_id");
    }

    @Bean
    DeclaredIndex listingsOfType() {
        return index(ListingStore.LIST_TYPE, ListingStore.CREATED_AT, "_id");
    }

    @Bean
    DeclaredIndex listingsByTerm() {
        return index(ListingStore.STATE, ListingStore.UNTIL);
    }

    @Bean
    DeclaredIndex listingsByBasis() {
        return index(ListingStore.BASED_ON);
    }

    private static DeclaredIndex index(String... fields) {
        return DeclaredIndex.of(ListingStore.COLLECTION, ascending(fields));
    }
}
