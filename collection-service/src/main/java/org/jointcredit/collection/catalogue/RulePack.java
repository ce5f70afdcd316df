package org.jointcredit.collection.catalogue;

import java.time.Period;

/**
 * For how long what is shown, and how soon it must be (A28, P5.3).
 *
 * @param longest from the end of the behaviour; a penalty is published no longer than this after its decision
 * @param disclosedWithin working days from the decision to the publication of a licence or penalty
 */
public record RulePack(
        String code,
        String name,
        String nameEn,
        Period longest,
        String longestBasis,
        int disclosedWithin,
        String disclosedWithinBasis) {}
