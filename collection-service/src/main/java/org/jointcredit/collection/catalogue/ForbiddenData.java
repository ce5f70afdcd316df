package org.jointcredit.collection.catalogue;

import static java.util.stream.Collectors.joining;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jointcredit.collection.catalogue.ForbiddenDatum.Rule;
import org.jointcredit.platform.law.LawBook;
import org.jointcredit.platform.law.LawStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Finds in free text what must not be collected (C3, A12). A word alone is no datum: the name of a company or what a
 * penalty is about may hold it. The lexicon is data, {@code law/forbidden-data.yaml}, with examples of both beside each
 * entry.
 */
@Component
public final class ForbiddenData {
    private final LawBook<ForbiddenDatum> book;
    private volatile List<Searched> searched = List.of();

    @Autowired
    ForbiddenData(LawStore law) {
        this(law.load("forbidden-data", ForbiddenDatum.class));
    }

    private ForbiddenData(LawBook<ForbiddenDatum> book) {
        this.book = book;
        this.searched = compile(book.versions().getLast().entries());
    }

    /** The shipped lexicon, for tests that have no database. */
    public static ForbiddenData shipped() {
        return new ForbiddenData(LawBook.shipped("forbidden-data", ForbiddenDatum.class));
    }

    private record Searched(ForbiddenDatum datum, List<String> words, List<Pattern> patterns, List<Pattern> except) {
        boolean isIn(String folded) {
            if (words.stream().noneMatch(folded::contains)) {
                return false;
            }
            String text = folded;
            for (Pattern harmless : except) {
                text = harmless.matcher(text).replaceAll("…");
            }
            String left = text;
            return patterns.stream().anyMatch(pattern -> pattern.matcher(left).find());
        }
    }

    /** What a text says that it must not. */
    public Optional<ForbiddenDatum> in(String text, Rule rule) {
        String folded = fold(text);
        return searched.stream()
                .filter(one -> one.datum().rule() == rule && one.isIn(folded))
                .map(Searched::datum)
                .findFirst();
    }

    /** What a field of this name would hold that nobody may collect. */
    public Optional<ForbiddenDatum> inName(String name) {
        String folded = fold(name).replaceAll("[_-]", "");
        return searched.stream()
                .map(Searched::datum)
                .filter(datum -> datum.rule() == Rule.FORBIDDEN
                        && datum.names().stream().anyMatch(one -> folded.contains(fold(one))))
                .findFirst();
    }

    /** Entries of the lexicon as it is in force on a day. */
    List<ForbiddenDatum> inForce(LocalDate day) {
        return book.inForce(day).entries();
    }

    private static List<Searched> compile(List<ForbiddenDatum> entries) {
        return entries.stream()
                .map(datum -> new Searched(
                        datum,
                        datum.words().stream().map(ForbiddenData::fold).toList(),
                        patterns(datum.patterns()),
                        datum.except() == null ? List.of() : patterns(datum.except())))
                .toList();
    }

    private static List<Pattern> patterns(List<String> texts) {
        return texts.stream().map(Pattern::compile).toList();
    }

    /** Width, case, spaces and what nobody sees hide nothing. */
    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> !Character.isSpaceChar(c)
                        && !Character.isWhitespace(c)
                        && Character.getType(c) != Character.FORMAT)
                .mapToObj(Character::toString)
                .collect(joining());
    }
}
