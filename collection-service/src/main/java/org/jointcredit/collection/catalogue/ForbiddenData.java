package org.jointcredit.collection.catalogue;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jointcredit.collection.catalogue.ForbiddenDatum.Rule;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.law.LawBook;
import org.jointcredit.platform.law.LawStore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Finds in free text what must not be collected (C3, A12). A word alone is no datum: the name of a company or what a
 * penalty is about may hold it. The lexicon is data, {@code law/forbidden-data.yaml}, with examples of both beside each
 * entry.
 */
@Component
public final class ForbiddenData {
    private static final Pattern TERM = Pattern.compile("@([a-z]+)@");
    private static final Pattern LINE_BREAK = Pattern.compile("[\\n\\r\\u2028\\u2029]+");
    /** Brackets, commas and colons part sentences and stay. */
    private static final Pattern BETWEEN_LETTERS =
            Pattern.compile("(?<=^|\\p{L})[·‧•・.*_|~^+/\\\\\\-—–―…'\"“”‘’「」『』【】\\[\\]{}<>#&@%$`]+(?=\\p{L})");

    private final LawBook<ForbiddenDatum> book;
    private final List<Searched> searched;
    private final Beginnings beginnings;

    @Autowired
    ForbiddenData(LawStore law) {
        this(law.load("forbidden-data", ForbiddenDatum.class));
    }

    private ForbiddenData(LawBook<ForbiddenDatum> book) {
        this.book = book;
        this.searched = compile(book.versions().getLast().entries());
        this.beginnings = new Beginnings(
                searched.stream().flatMap(one -> one.words().stream()).toList());
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

    /** How the words begin, by which most texts are seen at once to hold none of them. */
    private static final class Beginnings {
        private static final int SLOTS = 1 << 16;

        private final BitSet signs = new BitSet(SLOTS);
        private final BitSet pairs = new BitSet(SLOTS);

        Beginnings(List<String> words) {
            for (String word : words) {
                if (word.length() == 1) {
                    signs.set(word.charAt(0));
                } else {
                    pairs.set(slot(word, 0));
                }
            }
        }

        boolean mayHoldOne(String folded) {
            for (int i = 0; i < folded.length(); i++) {
                if (signs.get(folded.charAt(i)) || (i + 1 < folded.length() && pairs.get(slot(folded, i)))) {
                    return true;
                }
            }
            return false;
        }

        private static int slot(String text, int at) {
            return (text.charAt(at) * 31 + text.charAt(at + 1)) & (SLOTS - 1);
        }
    }

    /** What a text says that it must not. */
    public Optional<ForbiddenDatum> in(String text, Rule rule) {
        return in(readings(text), rule);
    }

    private Optional<ForbiddenDatum> in(List<String> readings, Rule rule) {
        if (readings.stream().noneMatch(beginnings::mayHoldOne)) {
            return Optional.empty();
        }
        return searched.stream()
                .filter(one -> one.datum().rule() == rule && readings.stream().anyMatch(one::isIn))
                .map(Searched::datum)
                .findFirst();
    }

    /** A new line may part sentences, or a word. */
    private static List<String> readings(String text) {
        return text.indexOf('\n') < 0
                ? List.of(fold(text))
                : List.of(fold(text), fold(LINE_BREAK.matcher(text).replaceAll("。")));
    }

    /**
     * Judges a free text.
     *
     * @param consented whether what needs a person's consent may stand there: there is one, or nobody to give it
     */
    public void judge(Form form, String field, @Nullable String text, boolean consented) {
        if (text == null) {
            return;
        }
        List<String> readings = readings(text);
        in(readings, Rule.FORBIDDEN).ifPresent(what -> form.error(field, ErrorCode.FORBIDDEN_DATA, what.basis()));
        if (!consented) {
            in(readings, Rule.CONSENT).ifPresent(what -> form.error(field, ErrorCode.CONSENT_REQUIRED, what.basis()));
        }
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
        Map<String, String> terms = new LinkedHashMap<>();
        List<Searched> compiled = new ArrayList<>();
        for (ForbiddenDatum datum : entries) {
            if (datum.terms() != null) {
                datum.terms().forEach((name, term) -> terms.put(name, spelledOut(term, terms)));
            }
            compiled.add(new Searched(
                    datum,
                    datum.words().stream().map(ForbiddenData::fold).toList(),
                    patterns(datum.patterns(), terms),
                    datum.except() == null ? List.of() : patterns(datum.except(), terms)));
        }
        return List.copyOf(compiled);
    }

    private static List<Pattern> patterns(List<String> texts, Map<String, String> terms) {
        return texts.stream()
                .map(text -> Pattern.compile(spelledOut(text, terms)))
                .toList();
    }

    private static String spelledOut(String pattern, Map<String, String> terms) {
        return TERM.matcher(pattern).replaceAll(found -> {
            String term = terms.get(found.group(1));
            if (term == null) {
                throw new IllegalStateException("law/forbidden-data.yaml: no term is called " + found.group(1));
            }
            return Matcher.quoteReplacement("(?:" + term + ")");
        });
    }

    private static boolean isFolded(int c) {
        return (c >= '\u4E00' && c <= '\u9FA5')
                || (c >= '0' && c <= '9')
                || (c >= 'a' && c <= 'z')
                || c == '。'
                || c == '、';
    }

    /** Width, case, spaces, what nobody sees and signs between two letters hide nothing. */
    private static String fold(String text) {
        if (text.chars().allMatch(ForbiddenData::isFolded)) {
            return text;
        }
        String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(narrow.length());
        narrow.codePoints()
                .filter(c -> !Character.isSpaceChar(c)
                        && !Character.isWhitespace(c)
                        && Character.getType(c) != Character.FORMAT)
                .forEach(folded::appendCodePoint);
        return BETWEEN_LETTERS.matcher(folded).replaceAll("");
    }
}
