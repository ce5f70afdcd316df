package org.jointcredit.disclosure.register;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jointcredit.contract.event.Disclosure;
import org.jointcredit.contract.event.ListClass;
import org.jointcredit.contract.event.RecordCategory;
import org.jointcredit.contract.event.RecordState;
import org.jspecify.annotations.Nullable;

/** Which of the facts are found. What is over is not shown from that day on, whether or not a job has run (C11, D8). */
final class Shown {
    static final String OF_SUBJECT = "fact.subject.id";
    static final String BEHIND = "fact.persons.subject";
    static final String LIST_TYPE = "fact.listType";
    static final String ITEM = "fact.item";
    static final String DOUBLE = "fact.doubleDisclosure";
    static final String RECORD_DECIDED = "fact.decidedOn";
    static final String LISTING_DECIDED = "fact.decision.date";

    private Shown() {}

    static Bson of(String subject) {
        return eq(OF_SUBJECT, subject);
    }

    /** Listings of a subject, and those of organisations that it stands behind. */
    static Bson reaching(String subject) {
        return or(of(subject), eq(BEHIND, subject));
    }

    /** What everybody may read of records on a day (A17). */
    static Bson publicRecords(LocalDate today) {
        return and(eq("fact.disclosure", Disclosure.PUBLIC.name()), recordsInForce(today));
    }

    /** What was not withdrawn. */
    static Bson recordsThatStand() {
        return in("fact.state", RecordState.PUBLISHED.name(), RecordState.ARCHIVED.name());
    }

    /** Which records count on a day, public or not. */
    static Bson recordsInForce(LocalDate today) {
        return and(eq("fact.state", RecordState.PUBLISHED.name()), notPast("fact.shownUntil", today));
    }

    /** Which of them who may read these categories of what is not public; what has no category is open (A7(5)). */
    static Bson openTo(List<RecordCategory> categories) {
        return or(
                eq("fact.disclosure", Disclosure.PUBLIC.name()),
                exists("fact.category", false),
                in("fact.category", categories.stream().map(Enum::name).toList()));
    }

    /** What everybody may read of listings on a day: those in force; reference lists are others' (P5.5). */
    static Bson publicListings(LocalDate today) {
        return and(ne("fact.listClass", ListClass.REFERENCE.name()), listingsInForce(today));
    }

    static Bson listingsInForce(LocalDate today) {
        return and(exists("fact.ended", false), notPast("fact.until", today));
    }

    static Bson onList(String listType, LocalDate today) {
        return and(eq(LIST_TYPE, listType), publicListings(today));
    }

    /** 双公示 by the day of the decision (P5.3). */
    static Bson doubleDisclosure(
            @Nullable DoubleDisclosure kind, @Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
        List<Bson> filters = new ArrayList<>();
        filters.add(eq(DOUBLE, true));
        if (kind != null) {
            filters.add(eq(ITEM, kind.item()));
        }
        if (from != null) {
            filters.add(gte(RECORD_DECIDED, from.toString()));
        }
        if (to != null) {
            filters.add(lte(RECORD_DECIDED, to.toString()));
        }
        filters.add(publicRecords(today));
        return and(filters);
    }

    private static Bson notPast(String field, LocalDate today) {
        return or(exists(field, false), gte(field, today.toString()));
    }
}
