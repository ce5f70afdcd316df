package org.jointcredit.disclosure;

import java.util.concurrent.atomic.AtomicInteger;

/** Numbers and codes that nobody has, each given once. */
public final class Invented {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private Invented() {}

    /** A citizen's number of region 999999, which does not exist. */
    public static String number() {
        int n = NEXT.incrementAndGet();
        String body = "999999%04d0601%03d".formatted(1950 + n / 1000, n % 1000);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    /** A unified code. */
    public static String code() {
        String body = "91150403FAKE%05d".formatted(20_000 + NEXT.incrementAndGet());
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < body.length(); i++) {
            sum += ALPHABET.indexOf(body.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return body + ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
