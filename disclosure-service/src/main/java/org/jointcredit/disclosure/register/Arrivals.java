package org.jointcredit.disclosure.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jointcredit.contract.event.ActionChanged;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.IndexEntry;
import org.jointcredit.contract.event.ListedSubject;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.ObjectionFact;
import org.jointcredit.contract.event.RecordErased;
import org.jointcredit.contract.event.RecordFact;
import org.jointcredit.contract.event.RepairDecided;
import org.jointcredit.contract.event.ReviewFact;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.disclosure.register.FactStore.Arrival;
import org.jointcredit.disclosure.register.FactStore.Outcome;
import org.jointcredit.platform.eventing.InboundEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes in what the other services tell: first the fact, then whom it is about, so that whoever is found has something
 * to be found with. A subject of which nothing is left any more is forgotten with the last record (C11).
 */
@Component
final class Arrivals {
    private final FactStore<RecordFact> records;
    private final FactStore<ListingFact> listings;
    private final FactStore<ActionChanged> actions;
    private final FactStore<Marking> markings;
    private final SubjectStore subjects;
    private final RebuildStore rebuilds;

    Arrivals(
            FactStore<RecordFact> records,
            FactStore<ListingFact> listings,
            FactStore<ActionChanged> actions,
            FactStore<Marking> markings,
            SubjectStore subjects,
            RebuildStore rebuilds) {
        this.records = records;
        this.listings = listings;
        this.actions = actions;
        this.markings = markings;
        this.subjects = subjects;
        this.rebuilds = rebuilds;
    }

    void records(List<InboundEvent> events) {
        records(events, rebuilds.going());
    }

    /** @return whether the register was ahead of what is told */
    boolean records(List<InboundEvent> events, Run run) {
        List<Arrival> arrivals = new ArrayList<>();
        List<RecordFact> told = new ArrayList<>();
        Set<String> touched = new LinkedHashSet<>();
        for (InboundEvent event : events) {
            if (event.headers().type().equals(EventTypes.RECORD_ERASED)) {
                var erased = event.as(RecordErased.class);
                arrivals.add(new Arrival.Erased(erased.record(), erased.version(), erased.basis(), erased.at()));
                touched.add(erased.subject());
            } else {
                var fact = event.as(RecordFact.class);
                arrivals.add(new Arrival.Told(fact.record(), fact.version(), fact));
                told.add(fact);
            }
        }
        Outcome outcome = records.put(arrivals, run);
        dropMarksOf(outcome.erased());
        subjects.told(
                told.stream()
                        .filter(fact -> !outcome.erased().contains(fact.record()))
                        .map(Arrivals::mention)
                        .toList(),
                run.number());
        touched.forEach(subject -> forgetUnlessSomethingIsLeft(subject, run));
        return outcome.ahead();
    }

    void listings(List<InboundEvent> events) {
        listings(events, rebuilds.going());
    }

    boolean listings(List<InboundEvent> events, Run run) {
        var told = events.stream().map(event -> event.as(ListingFact.class)).toList();
        Outcome outcome = listings.put(
                told.stream()
                        .map(fact -> new Arrival.Told(fact.listing(), fact.version(), fact))
                        .toList(),
                run);
        subjects.told(told.stream().flatMap(Arrivals::mentions).toList(), run.number());
        return outcome.ahead();
    }

    void actions(List<InboundEvent> events) {
        actions(events, rebuilds.going());
    }

    boolean actions(List<InboundEvent> events, Run run) {
        return actions.put(
                        events.stream()
                                .filter(event -> event.headers().type().equals(EventTypes.ACTION_CHANGED))
                                .map(event -> {
                                    var action = event.as(ActionChanged.class);
                                    long sequence = Objects.requireNonNull(
                                            event.headers().sequence());
                                    return new Arrival.Told(action.listing(), sequence, action);
                                })
                                .toList(),
                        run)
                .ahead();
    }

    void remedies(List<InboundEvent> events) {
        remedies(events, rebuilds.going());
    }

    /** A mark may come before what it marks, and after what it marks is erased. */
    boolean remedies(List<InboundEvent> events, Run run) {
        List<Arrival> arrivals = new ArrayList<>();
        Set<String> marked = new HashSet<>();
        for (InboundEvent event : events) {
            Marking marking = marking(event);
            if (marking != null) {
                arrivals.add(new Arrival.Told(
                        Objects.requireNonNull(event.headers().subject()),
                        Objects.requireNonNull(event.headers().sequence()),
                        marking));
                marking.record().ifPresent(marked::add);
            }
        }
        Outcome outcome = markings.put(arrivals, run);
        dropMarksOf(records.erasedAmong(marked));
        return outcome.ahead();
    }

    /** Null: a case that marks nothing; a snapshot tells of everything. */
    private static @Nullable Marking marking(InboundEvent event) {
        return switch (event.headers().type()) {
            case EventTypes.OBJECTION_RECEIVED, EventTypes.OBJECTION_DECIDED ->
                Marking.of(event.as(ObjectionFact.class));
            case EventTypes.REVIEW_DECIDED -> Marking.of(event.as(ReviewFact.class));
            case EventTypes.REPAIR_DECIDED -> Marking.of(event.as(RepairDecided.class));
            default -> null;
        };
    }

    /** Whoever marks a record at the moment at which it is erased looks whether it is, after the mark stands (X3). */
    private void dropMarksOf(Set<String> erasedRecords) {
        if (!erasedRecords.isEmpty()) {
            markings.remove(Marks.on(erasedRecords.stream().map(Marks::record).toList()));
        }
    }

    /** All that a rebuild has learned stands; what was here before and no owner knows any more goes. */
    void settle(Run run) {
        records.removeFromBefore(
                run.number(), fact -> forgetUnlessSomethingIsLeft(fact.subject().id(), run));
        listings.removeFromBefore(
                run.number(),
                fact -> mentions(fact).forEach(subject -> forgetUnlessSomethingIsLeft(subject.id(), run)));
        actions.removeFromBefore(run.number(), _ -> {});
        markings.removeFromBefore(run.number(), _ -> {});
        subjects.settle(run.number());
    }

    /** What somebody tells of it while this looks brings it back, from whatever is there then. */
    private void forgetUnlessSomethingIsLeft(String subject, Run run) {
        if (!isAnythingLeft(subject)) {
            subjects.delete(subject);
            if (isAnythingLeft(subject)) {
                subjects.told(
                        Stream.concat(
                                        records.findAll(Shown.of(subject)).stream()
                                                .map(Arrivals::mention),
                                        listings.findAll(Shown.reaching(subject)).stream()
                                                .flatMap(Arrivals::mentions))
                                .toList(),
                        run.number());
            }
        }
    }

    private boolean isAnythingLeft(String subject) {
        return records.holdsAny(Shown.of(subject)) || listings.holdsAny(Shown.reaching(subject));
    }

    private static Subject mention(RecordFact fact) {
        return mention(fact.subject(), fact.decidedOn(), fact.at());
    }

    private static Stream<Subject> mentions(ListingFact fact) {
        return Stream.concat(
                Stream.of(mention(fact.subject(), fact.decision().date(), fact.publishedAt())),
                fact.persons().stream()
                        .map(person -> new Subject(
                                person.subject(), SubjectKind.PERSON, null, List.of(), macs(person.index()))));
    }

    private static Subject mention(ListedSubject subject, LocalDate decided, Instant told) {
        return new Subject(
                subject.id(),
                subject.kind(),
                subject.code(),
                names(subject.name(), decided, told),
                macs(subject.index()));
    }

    private static List<Subject.Called> names(@Nullable String name, LocalDate decided, Instant told) {
        return name == null ? List.of() : List.of(new Subject.Called(name, decided, decided, told));
    }

    private static List<String> macs(List<IndexEntry> index) {
        return index.stream().map(IndexEntry::mac).toList();
    }
}
