package org.jointcredit.contract.identity;

import java.time.LocalDate;
import java.util.Random;
import java.util.function.Predicate;
import org.jointcredit.contract.problem.ErrorCode;

/// Invented identifiers, and random ones for properties. Numbers are of region 999999, which does not exist.
final class Samples {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private Samples() {}

    /// A generator whose seed stands in the test's output, so that a failure can be repeated.
    static Random random() {
        var seed = System.nanoTime();
        System.out.println("seed " + seed);
        return new Random(seed);
    }

    static String randomCode(Random random) {
        var body = new StringBuilder("91150403");
        while (body.length() < 17) {
            body.append(ALPHABET.charAt(random.nextInt(31)));
        }
        return checked(body.toString(), ALPHABET, text -> UnifiedCode.read(text, TODAY, true) instanceof Read.Good);
    }

    static String randomNumber(Random random) {
        var birth = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(46_000));
        var body = "999999%tY%<tm%<td%03d".formatted(birth, random.nextInt(1000));
        return checked(body, "0123456789X", text -> CitizenNumber.read(text, TODAY, true) instanceof Read.Good);
    }

    /// Exactly one check character fits: counted here too.
    private static String checked(String body, String checks, Predicate<String> fits) {
        var all = checks.chars().mapToObj(c -> body + (char) c).filter(fits).toList();
        if (all.size() != 1) {
            throw new AssertionError(all.size() + " check characters fit " + body);
        }
        return all.getFirst();
    }

    static String swap(String text, int i) {
        var chars = text.toCharArray();
        chars[i] = text.charAt(i + 1);
        chars[i + 1] = text.charAt(i);
        return new String(chars);
    }

    static String replace(String text, int i, char c) {
        return text.substring(0, i) + c + text.substring(i + 1);
    }

    static ErrorCode errorOf(Read<?> read) {
        return switch (read) {
            case Read.Good<?> _ -> throw new AssertionError("was taken");
            case Read.Bad<?> bad -> bad.code();
        };
    }

    static <T> T valueOf(Read<T> read) {
        return switch (read) {
            case Read.Good<T> good -> good.value();
            case Read.Bad<T> bad -> throw new AssertionError("was refused: " + bad);
        };
    }
}
