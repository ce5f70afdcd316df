package org.jointcredit.contract.event;

/// A keyed hash by which every service finds a person without knowing the number.
///
/// @param kid id of the key, so that keys can be rotated
/// @param of what was hashed
/// @param mac HMAC, base64
public record IndexEntry(String kid, Of of, String mac) {
    /// What the hash was made of: kind and number of the document, or name and last four of the number.
    public enum Of {
        NUMBER,
        NAME_AND_LAST_FOUR
    }
}
