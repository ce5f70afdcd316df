package org.jointcredit.platform.cipher;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jointcredit.contract.event.IndexEntry;
import org.jointcredit.contract.event.IndexEntry.Of;
import org.jointcredit.contract.identity.Names;
import org.jspecify.annotations.Nullable;

/**
 * Keyed hashes (HMAC-SHA-256) by which every service finds the same person without storing a number (X4). Each purpose
 * hashes into a space of its own, so that an index entry never equals a fingerprint.
 */
public final class IndexKeys {
    private static final String FINGERPRINT = "FINGERPRINT";

    private final KeyRing keys;

    /** @param keys {@code kid:base64[,kid:base64]}, 32 bytes each, the first is the current one */
    public IndexKeys(@Nullable String keys) {
        this.keys = new KeyRing("JC_INDEX_KEYS (jointcredit.keys.index)", keys, "HmacSHA256");
    }

    /**
     * The entries of a person's document, one for each key, the current key's first.
     *
     * @param normalisedKindAndNumber document kind and normalised number, as {@code contract.identity} writes them
     */
    public List<IndexEntry> of(String normalisedKindAndNumber) {
        return entries(Of.NUMBER, normalisedKindAndNumber);
    }

    /** The entries of the public search (D1): name, however it is written, and the last four characters of the number. */
    public List<IndexEntry> ofNameAndLastFour(String name, String lastFour) {
        return entries(Of.NAME_AND_LAST_FOUR, Names.fold(name), lastFour);
    }

    /** Fingerprint of a body that may hold a number, for idempotency: {@code <kid>.<mac>} with the current key. */
    public String keyedFingerprint(String text) {
        var current = keys.current();
        return current.getKey() + "." + mac(current.getValue(), FINGERPRINT, text);
    }

    /** The same under every key, the current key's first: what was kept before a rotation is found by one of them. */
    public List<String> keyedFingerprints(String text) {
        List<String> fingerprints = new ArrayList<>();
        keys.all().forEach((kid, key) -> fingerprints.add(kid + "." + mac(key, FINGERPRINT, text)));
        return List.copyOf(fingerprints);
    }

    /** Whether a stored fingerprint is that of the text, under the key it was made with. */
    public boolean matches(String fingerprint, String text) {
        int dot = fingerprint.indexOf('.');
        SecretKey key = keys.find(fingerprint.substring(0, Math.max(dot, 0)));
        return key != null
                && MessageDigest.isEqual(
                        fingerprint.substring(dot + 1).getBytes(US_ASCII),
                        mac(key, FINGERPRINT, text).getBytes(US_ASCII));
    }

    private List<IndexEntry> entries(Of of, String... texts) {
        List<IndexEntry> entries = new ArrayList<>();
        keys.all().forEach((kid, key) -> entries.add(new IndexEntry(kid, of, mac(key, of.name(), texts))));
        return List.copyOf(entries);
    }

    private static String mac(SecretKey key, String purpose, String... texts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(LengthPrefixed.bytes(purpose));
            mac.update(LengthPrefixed.bytes(texts));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is not available", e);
        }
    }
}
