package org.jointcredit.objection.listing;

import static com.mongodb.client.model.Indexes.ascending;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.platform.eventing.Consumption;
import org.jointcredit.platform.eventing.OwnersSnapshot;
import org.jointcredit.platform.mongo.DeclaredIndex;
import org.jointcredit.platform.security.ServiceCalls;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service hears of listings. */
@Configuration(proxyBeanMethods = false)
class ListingConfiguration {
    private static final String TRIGGER = "trigger";
    /** A page of a snapshot is some megabytes. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Where listings can be learned anew, should the topic no longer hold what was missed. */
    @Bean
    OwnersSnapshot listingSnapshot(ServiceCalls calls, @Value("${jointcredit.collection-url}") String collection) {
        return new OwnersSnapshot(
                TRIGGER, Topics.TRIGGER, calls.to(collection, PATIENCE), "/api/collection/listings/snapshot");
    }

    @Bean
    Consumption listingConsumption(Listings listings) {
        return new Consumption(
                TRIGGER,
                Pattern.compile(Topics.TRIGGER),
                Set.of(EventTypes.LISTING_PUBLISHED, EventTypes.LISTING_CHANGED, EventTypes.LISTING_ENDED),
                listings::take);
    }

    @Bean
    DeclaredIndex listingsOfSubject() {
        return DeclaredIndex.of(ListingStore.COLLECTION, ascending(ListingStore.SUBJECT));
    }

    @Bean
    DeclaredIndex listingsOfPersonsBehind() {
        return DeclaredIndex.of(ListingStore.COLLECTION, ascending(ListingStore.PERSONS));
    }

    @Bean
    DeclaredIndex listingsOnRecord() {
        return DeclaredIndex.of(ListingStore.COLLECTION, ascending(ListingStore.BASED_ON));
    }
}
