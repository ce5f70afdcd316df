package org.jointcredit.collection.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Remembers which keys a file has had, in sixteen bytes each. */
final class SeenKeys {
    private final MessageDigest digest;
    private long[] slots = new long[1 << 12];
    private int count;

    SeenKeys() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it is there for the first time. */
    boolean add(String key) {
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(key.getBytes(UTF_8)));
        if (count * 4 > slots.length) {
            grow();
        }
        boolean added = put(slots, hash.getLong() | 1, hash.getLong());
        count += added ? 1 : 0;
        return added;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        for (int i = 0; i < slots.length; i += 2) {
            if (slots[i] != 0) {
                put(larger, slots[i], slots[i + 1]);
            }
        }
        slots = larger;
    }

    private static boolean put(long[] slots, long high, long low) {
        int at = (int) (low & (slots.length / 2 - 1)) * 2;
        while (slots[at] != 0) {
            if (slots[at] == high && slots[at + 1] == low) {
                return false;
            }
            at = (at + 2) % slots.length;
        }
        slots[at] = high;
        slots[at + 1] = low;
        return true;
    }
}
