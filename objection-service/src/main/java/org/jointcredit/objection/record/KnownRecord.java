package org.jointcredit.objection.record;

/**
 * A record as far as this service knows it: nothing of what it says, nobody's name.
 *
 * @param subject id of the subject
 * @param provider code of the department that answers for it
 * @param item code of the catalogue item
 * @param version version of the record, as in its ETag
 * @param withdrawn its provider took it back
 * @param erased only the tombstone is left
 */
public record KnownRecord(
        String id, String subject, String provider, String item, long version, boolean withdrawn, boolean erased) {
    /** Whether it says nothing of anybody any more. */
    public boolean isGone() {
        return withdrawn || erased;
    }
}
