package org.jointcredit.sanction.check;

/**
 * One entry of {@code law/check-reasons.yaml}: why a mandatory measure that a check has named was not applied.
 *
 * @param basis what the reason rests on
 */
record CheckReason(String code, String name, String nameEn, String basis) {}
