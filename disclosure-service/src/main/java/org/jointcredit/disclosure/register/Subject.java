package org.jointcredit.disclosure.register;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.identity.Names;
import org.jspecify.annotations.Nullable;

/**
 * 信息主体 as the register finds it. Of a natural person it keeps keyed hashes only: names stand in the sealed parts of
 * what is said about it.
 *
 * @param code organisations only
 * @param names organisations only: every name it was told under, the present one last
 * @param macs persons only: of its number, and of name and last four
 */
public record Subject(String id, SubjectKind kind, @Nullable String code, List<Called> names, List<String> macs) {
    public Subject {
        names = List.copyOf(names);
        macs = macs.stream().sorted().distinct().toList();
    }

    /**
     * @param since day of the first decision that calls it so
     * @param last day of the latest one: who takes an earlier name again has it as its present one (C4)
     * @param told when that was told last: a name that was put right has the day of the decision of the wrong one
     */
    public record Called(String name, LocalDate since, LocalDate last, Instant told) {
        private Called and(Called other) {
            return new Called(
                    name,
                    since.isBefore(other.since) ? since : other.since,
                    last.isAfter(other.last) ? last : other.last,
                    told.isAfter(other.told) ? told : other.told);
        }
    }

    /** The present name; of a natural person none is kept here. */
    public @Nullable String name() {
        return names.isEmpty() ? null : names.getLast().name();
    }

    /** Both told: the same whichever came first. */
    Subject and(Subject other) {
        Map<String, Called> all = new LinkedHashMap<>();
        Stream.concat(names.stream(), other.names.stream())
                .forEach(named -> all.merge(named.name(), named, Called::and));
        return new Subject(
                id,
                kind,
                code == null ? other.code : code,
                all.values().stream()
                        .sorted(Comparator.comparing(Called::last)
                                .thenComparing(Called::told)
                                .thenComparing(Called::name))
                        .toList(),
                Stream.concat(macs.stream(), other.macs.stream()).toList());
    }

    /** Its names as searches compare them. */
    Set<String> folded() {
        Set<String> folded = new TreeSet<>();
        names.forEach(named -> folded.add(Names.fold(named.name())));
        return folded;
    }

    /** Every two characters that stand side by side. */
    static Set<String> grams(String folded) {
        int[] characters = folded.codePoints().toArray();
        Set<String> grams = new TreeSet<>();
        for (int i = 0; i + 1 < characters.length; i++) {
            grams.add(new String(characters, i, 2));
        }
        return grams;
    }

    Set<String> grams() {
        Set<String> grams = new TreeSet<>();
        folded().forEach(name -> grams.addAll(grams(name)));
        return grams;
    }

    static String literally(String text) {
        return text.codePoints()
                .mapToObj(c -> Character.isLetterOrDigit(c) ? Character.toString(c) : "\\" + Character.toString(c))
                .collect(joining());
    }
}
