package org.jointcredit.contract.event;

/**
 * A keyed hash by which a service finds a natural person without knowing the number (X4).
 *
 * @param kid the index key it was made with
 * @param of what was hashed
 * @param mac HMAC-SHA-256, base64url without padding
 */
public record IndexEntry(String kid, Of of, String mac) {
    /** What was hashed: document kind and number, or the key of the public search (D1). */
    public enum Of {
        NUMBER,
        NAME_AND_LAST_FOUR
    }
}
