package org.jointcredit.sanction.rule;

/**
 * A notice that a listing sets off.
 *
 * @param measure code of the measure
 * @param agency code of the department that applies it
 * @param subject id of the subject it reaches
 * @param rule id of the rule behind it
 */
public record Planned(String measure, String agency, String subject, String rule) {}
