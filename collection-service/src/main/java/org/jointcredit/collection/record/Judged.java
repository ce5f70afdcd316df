package org.jointcredit.collection.record;

import java.time.LocalDate;
import java.util.List;
import org.jointcredit.contract.event.Disclosure;
import org.jointcredit.contract.event.RecordCategory;
import org.jspecify.annotations.Nullable;

/**
 * What the law says of a record's content.
 *
 * @param category null: published under 双公示, and no credit information (A7(5))
 * @param closed fields that are not for everybody
 * @param personal fields with a person's name
 * @param exact fields that are no prose
 * @param shownUntil last day on which it is shown; null: without end, or the behaviour has not ended
 * @param adverseUntil last day of the period of A28, which may be shown for less; null: not adverse, or the behaviour has
 *     not ended
 * @param toSettle the credit office is asked whether it is adverse: the procedure is not stated, or a person was
 *     punished without a basis of A10(5)
 */
record Judged(
        @Nullable RecordCategory category,
        boolean doubleDisclosure,
        Disclosure disclosure,
        List<String> closed,
        List<String> personal,
        List<String> exact,
        @Nullable LocalDate shownUntil,
        @Nullable LocalDate adverseUntil,
        boolean toSettle,
        String lawVersion,
        String rulePack) {}
