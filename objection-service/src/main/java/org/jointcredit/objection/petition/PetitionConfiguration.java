package org.jointcredit.objection.petition;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexOptions;
import org.jointcredit.objection.remedy.RemedyCollection;
import org.jointcredit.platform.eventing.Relay;
import org.jointcredit.platform.eventing.Relays;
import org.jointcredit.platform.mongo.DeclaredIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What sends what becomes of petitions, and the indexes that the queries need. */
@Configuration(proxyBeanMethods = false)
class PetitionConfiguration {
    @Bean
    Relay petitionRelay(Relays relays) {
        return relays.of(PetitionStore.COLLECTION);
    }

    @Bean
    RemedyCollection petitionsTold() {
        return new RemedyCollection(PetitionStore.COLLECTION);
    }

    @Bean
    DeclaredIndex petitionsDue() {
        return Relay.index(PetitionStore.COLLECTION);
    }

    /** A decision is reviewed once; of repair and exit one is open at a time. */
    @Bean
    DeclaredIndex petitionSlots() {
        return new DeclaredIndex(
                PetitionStore.COLLECTION,
                ascending(PetitionStore.SLOT),
                new IndexOptions().unique(true).partialFilterExpression(exists(PetitionStore.SLOT)));
    }

    @Bean
    DeclaredIndex petitionsInOrder() {
        return by(PetitionStore.KIND, PetitionStore.RECEIVED_AT, "_id");
    }

    @Bean
    DeclaredIndex petitionsByDueDate() {
        return by(PetitionStore.KIND, PetitionStore.DUE_ON, "_id");
    }

    @Bean
    DeclaredIndex petitionsOfSubject() {
        return by(PetitionStore.SUBJECT, PetitionStore.KIND, PetitionStore.RECEIVED_AT, "_id");
    }

    @Bean
    DeclaredIndex petitionsOfSubjectByDueDate() {
        return by(PetitionStore.SUBJECT, PetitionStore.KIND, PetitionStore.DUE_ON, "_id");
    }

    @Bean
    DeclaredIndex petitionsOfDepartment() {
        return by(PetitionStore.DEPARTMENT, PetitionStore.KIND, PetitionStore.RECEIVED_AT, "_id");
    }

    @Bean
    DeclaredIndex petitionsOfDepartmentByDueDate() {
        return by(PetitionStore.DEPARTMENT, PetitionStore.KIND, PetitionStore.DUE_ON, "_id");
    }

    @Bean
    DeclaredIndex petitionsHolding() {
        return by(PetitionStore.HOLDING, PetitionStore.STATE);
    }

    @Bean
    DeclaredIndex petitionsByCalendar() {
        return by(PetitionStore.STATE, PetitionStore.CALENDAR);
    }

    @Bean
    DeclaredIndex petitionAlerts() {
        return DeclaredIndex.partial(
                PetitionStore.COLLECTION, ascending(PetitionStore.NEXT_ALERT), exists(PetitionStore.NEXT_ALERT));
    }

    private static DeclaredIndex by(String... fields) {
        return DeclaredIndex.of(PetitionStore.COLLECTION, ascending(fields));
    }
}
