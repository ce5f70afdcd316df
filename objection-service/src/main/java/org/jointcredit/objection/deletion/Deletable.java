package org.jointcredit.objection.deletion;

/**
 * What a subject may have deleted of itself (A28).
 *
 * @param item code of a catalogue item
 * @param workingDays from receipt of the request to the deletion
 * @param basis article
 */
record Deletable(String item, int workingDays, String basis) {}
