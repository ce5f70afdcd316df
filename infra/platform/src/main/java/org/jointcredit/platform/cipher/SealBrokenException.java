package org.jointcredit.platform.cipher;

/** A sealed text cannot be opened: altered, moved to another place, or its key is not known here. Never says what. */
public final class SealBrokenException extends RuntimeException {
    SealBrokenException(String sentence) {
        super(sentence);
    }
}
