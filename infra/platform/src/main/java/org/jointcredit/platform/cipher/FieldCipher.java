package org.jointcredit.platform.cipher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts single fields with AES-256-GCM (X4). A sealed text reads {@code v1.<kid>.<base64url of nonce, text, tag>}
 * and opens only under the type, field and document id it was sealed for.
 */
public final class FieldCipher {
    private static final String VERSION = "v1";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final KeyRing keys;

    /** @param keys {@code kid:base64[,kid:base64]}, 32 bytes each, the first is the current one */
    public FieldCipher(@Nullable String keys) {
        this.keys = new KeyRing("JC_FIELD_KEYS (jointcredit.keys.field)", keys, "AES");
    }

    /** @param type kind of document, not its collection's name, because documents move to the archive */
    public String seal(String plain, String type, String field, String documentId) {
        var key = keys.current();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, key.getValue(), nonce, type, field, documentId)
                    .doFinal(plain.getBytes(UTF_8));
            byte[] sealed = Arrays.copyOf(nonce, nonce.length + encrypted.length);
            System.arraycopy(encrypted, 0, sealed, nonce.length, encrypted.length);
            return VERSION + "." + key.getKey() + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    /** @throws SealBrokenException if it was altered, sealed for another place, or with a key not known here */
    public String open(String sealed, String type, String field, String documentId) {
        String[] parts = sealed.split("\\.", -1);
        if (parts.length != 3 || !parts[0].equals(VERSION)) {
            throw new SealBrokenException("not a sealed text of version " + VERSION);
        }
        SecretKey key = keys.find(parts[1]);
        if (key == null) {
            throw new SealBrokenException("no key " + parts[1] + ": keep old keys after the current one");
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(parts[2]);
            if (bytes.length < NONCE_BYTES) {
                throw new SealBrokenException("sealed text is cut off");
            }
            byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
            return new String(
                    cipher(Cipher.DECRYPT_MODE, key, nonce, type, field, documentId)
                            .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES),
                    UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new SealBrokenException("sealed text of " + type + "." + field + " does not open here");
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String... place)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(LengthPrefixed.bytes(place));
        return cipher;
    }
}
