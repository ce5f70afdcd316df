package org.jointcredit.platform.cipher;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Keys by their id, in the order given: the first is the current one, the others only read what is old. */
final class KeyRing {
    private static final Pattern KID = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    private final SequencedMap<String, SecretKey> keys = new LinkedHashMap<>();

    /**
     * @param setting name of the environment variable, for the sentence that refuses the start
     * @param text {@code kid:base64[,kid:base64]}, 32 bytes each
     */
    KeyRing(String setting, @Nullable String text, String algorithm) {
        if (text == null || text.isBlank()) {
            throw new IllegalStateException(setting
                    + " is not set: give at least one key as kid:base64 of 32 random bytes (openssl rand -base64 32)");
        }
        for (String part : text.split(",", -1)) {
            int colon = part.indexOf(':');
            String kid = colon < 0 ? "" : part.substring(0, colon).strip();
            byte[] bytes = bytes(part.substring(colon + 1).strip());
            if (!KID.matcher(kid).matches() || bytes.length != 32) {
                throw new IllegalStateException(setting + ", part " + (keys.size() + 1)
                        + ": expected kid:base64 with a kid of letters, digits, - and _, and 32 bytes");
            }
            if (keys.put(kid, new SecretKeySpec(bytes, algorithm)) != null) {
                throw new IllegalStateException(setting + " gives the key id " + kid + " twice");
            }
        }
    }

    Map.Entry<String, SecretKey> current() {
        return keys.firstEntry();
    }

    @Nullable
    SecretKey find(String kid) {
        return keys.get(kid);
    }

    SequencedMap<String, SecretKey> all() {
        return keys;
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
