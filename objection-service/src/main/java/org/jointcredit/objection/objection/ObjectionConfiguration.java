package org.jointcredit.objection.objection;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jointcredit.objection.remedy.RemedyCollection;
import org.jointcredit.platform.eventing.Relay;
import org.jointcredit.platform.eventing.Relays;
import org.jointcredit.platform.mongo.DeclaredIndex;
import org.jointcredit.platform.security.ServiceCalls;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What sends what becomes of objections, and the indexes that the queries need. */
@Configuration(proxyBeanMethods = false)
class ObjectionConfiguration {
    /** Never longer than who files would wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Bean
    SubjectLookup subjectLookup(ServiceCalls calls, @Value("${jointcredit.collection-url}") String collection) {
        return new SubjectLookup(calls.to(collection, PATIENCE));
    }

    @Bean
    Relay objectionRelay(Relays relays) {
        return relays.of(ObjectionStore.COLLECTION);
    }

    @Bean
    RemedyCollection objectionsTold() {
        return new RemedyCollection(ObjectionStore.COLLECTION);
    }

    @Bean
    DeclaredIndex objectionsDue() {
        return Relay.index(ObjectionStore.COLLECTION);
    }

    /** One open objection of a subject against the same thing. */
    @Bean
    DeclaredIndex objectionSlots() {
        return new DeclaredIndex(
                ObjectionStore.COLLECTION,
                ascending(ObjectionStore.SLOT),
                new IndexOptions().unique(true).partialFilterExpression(exists(ObjectionStore.SLOT)));
    }

    @Bean
    DeclaredIndex objectionsInOrder() {
        return DeclaredIndex.of(ObjectionStore.COLLECTION, ascending(ObjectionStore.RECEIVED_AT, "_id"));
    }

    @Bean
    DeclaredIndex objectionsByDueDate() {
        return DeclaredIndex.of(ObjectionStore.COLLECTION, ascending(ObjectionStore.DUE_ON, "_id"));
    }

    @Bean
    DeclaredIndex objectionsOfSubject() {
        return DeclaredIndex.of(
                ObjectionStore.COLLECTION, ascending(ObjectionStore.SUBJECT, ObjectionStore.RECEIVED_AT, "_id"));
    }

    @Bean
    DeclaredIndex objectionsOfSubjectByDueDate() {
        return DeclaredIndex.of(
                ObjectionStore.COLLECTION, ascending(ObjectionStore.SUBJECT, ObjectionStore.DUE_ON, "_id"));
    }

    @Bean
    DeclaredIndex objectionsOfDepartment() {
        return DeclaredIndex.of(
                ObjectionStore.COLLECTION, ascending(ObjectionStore.DEPARTMENT, ObjectionStore.RECEIVED_AT, "_id"));
    }

    @Bean
    DeclaredIndex objectionsOfDepartmentByDueDate() {
        return DeclaredIndex.of(
                ObjectionStore.COLLECTION, ascending(ObjectionStore.DEPARTMENT, ObjectionStore.DUE_ON, "_id"));
    }

    @Bean
    DeclaredIndex objectionsAgainst() {
        return DeclaredIndex.of(ObjectionStore.COLLECTION, ascending(ObjectionStore.AGAINST_ID));
    }

    @Bean
    DeclaredIndex objectionsWaitingForListings() {
        return DeclaredIndex.of(ObjectionStore.COLLECTION, ascending(ObjectionStore.RESUMES_AFTER));
    }

    @Bean
    DeclaredIndex objectionAlerts() {
        return DeclaredIndex.partial(
                ObjectionStore.COLLECTION, ascending(ObjectionStore.NEXT_ALERT), exists(ObjectionStore.NEXT_ALERT));
    }

    @Bean
    DeclaredIndex objectionsByCalendar() {
        return DeclaredIndex.of(
                ObjectionStore.COLLECTION, ascending(List.of(ObjectionStore.OPEN, ObjectionStore.CALENDAR)));
    }

    /** Counters of the past minutes. */
    @Bean
    DeclaredIndex filingPaceEnds() {
        return new DeclaredIndex(
                FilingPaceStore.COLLECTION,
                ascending(FilingPaceStore.AT),
                new IndexOptions().expireAfter(1L, TimeUnit.HOURS));
    }

    @Bean
    DeclaredIndex evidenceOfObjections() {
        return DeclaredIndex.of(EvidenceStore.FILES, ascending(EvidenceStore.CASE, "_id"));
    }
}
