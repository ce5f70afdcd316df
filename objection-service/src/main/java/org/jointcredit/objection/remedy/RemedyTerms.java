package org.jointcredit.objection.remedy;

import org.jspecify.annotations.Nullable;

/**
 * What governs the cases of one kind; an entry of {@code law/remedies.yaml}.
 *
 * @param number pattern of the numbers of cases, with {@code {year}} and {@code {n}}
 * @param workingDays from receipt to the decision
 * @param remindBefore working days before the last one on which who decides is reminded
 * @param verification how long who is asked to verify has; absent where nobody is
 * @param basis article
 */
public record RemedyTerms(
        RemedyKind kind,
        String number,
        int workingDays,
        int remindBefore,
        @Nullable Term verification,
        String basis) {
    /** A term inside the whole one. */
    public record Term(int workingDays, int remindBefore) {
        public Term {
            check(workingDays, remindBefore);
        }
    }

    public RemedyTerms {
        check(workingDays, remindBefore);
        if (!number.contains("{year}") || !number.contains("{n}")) {
            throw new IllegalArgumentException("the number of a case names its year and its number in it");
        }
        if (verification != null && verification.workingDays() >= workingDays) {
            throw new IllegalArgumentException("what was verified has still to be decided within the term");
        }
    }

    private static void check(int workingDays, int remindBefore) {
        if (remindBefore < 1 || remindBefore >= workingDays) {
            throw new IllegalArgumentException("a reminder lies within its term");
        }
    }
}
