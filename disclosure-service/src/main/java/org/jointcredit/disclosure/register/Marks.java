package org.jointcredit.disclosure.register;

import static com.mongodb.client.model.Filters.in;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jointcredit.contract.event.ActionChanged;
import org.jointcredit.contract.event.Against;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.RecordFact;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which marks stand on what is shown: one look for a whole page. */
@Component
final class Marks {
    static final String OF = "fact.of";
    private static final Comparator<Mark> OLDEST_FIRST =
            Comparator.comparing(Mark::since).thenComparing(Mark::mark);

    private final FactStore<Marking> markings;

    Marks(FactStore<Marking> markings) {
        this.markings = markings;
    }

    /** @param reader whoever reads it as its own; null: everybody */
    record Seen(
            Map<String, List<Marking>> markings, @Nullable String reader) {
        List<Mark> of(RecordFact fact) {
            return marks(on(record(fact.record()), fact.version()));
        }

        /** Its own, and that a record it rests on is under objection (O2). */
        List<Mark> of(ListingFact fact) {
            Predicate<Mark> objected = mark -> mark.mark() == Mark.Kind.UNDER_OBJECTION;
            return marks(Stream.concat(
                    on(listing(fact.listing()), fact.version()),
                    fact.basedOn().stream()
                            .flatMap(basis -> on(record(basis), 0))
                            .filter(objected)));
        }

        List<Mark> ofNotice(String notice) {
            return marks(on(Marks.notice(notice), 0));
        }

        private Stream<Mark> on(String target, long version) {
            return markings.getOrDefault(target, List.of()).stream()
                    .flatMap(marking -> Stream.ofNullable(marking.on(version, reader)));
        }

        private static List<Mark> marks(Stream<Mark> found) {
            return found.distinct().sorted(OLDEST_FIRST).toList();
        }
    }

    Seen onRecords(Collection<RecordFact> facts, @Nullable String reader) {
        return read(facts.stream().map(fact -> record(fact.record())).collect(Collectors.toSet()), reader);
    }

    /** @param setOff what they set off for the reader may be marked, too */
    Seen onListings(Collection<ListingFact> facts, Collection<ActionChanged> setOff, @Nullable String reader) {
        Set<String> targets = new HashSet<>();
        for (ListingFact fact : facts) {
            targets.add(listing(fact.listing()));
            fact.basedOn().forEach(basis -> targets.add(record(basis)));
        }
        setOff.stream()
                .flatMap(action -> action.notices().stream())
                .filter(notice -> notice.subject().equals(reader))
                .forEach(notice -> targets.add(notice(notice.id())));
        return read(targets, reader);
    }

    private Seen read(Set<String> targets, @Nullable String reader) {
        return new Seen(
                targets.isEmpty()
                        ? Map.of()
                        : markings.findAll(on(targets)).stream().collect(Collectors.groupingBy(Marking::of)),
                reader);
    }

    static Bson on(Collection<String> targets) {
        return in(OF, targets);
    }

    static String record(String id) {
        return Marking.target(Against.Kind.RECORD, id);
    }

    private static String listing(String id) {
        return Marking.target(Against.Kind.LISTING, id);
    }

    private static String notice(String id) {
        return Marking.target(Against.Kind.NOTICE, id);
    }
}
