package org.jointcredit.sanction.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jointcredit.contract.event.Force;
import org.jointcredit.contract.event.ListClass;
import org.jointcredit.contract.event.MeasureKind;
import org.jointcredit.contract.event.Nature;
import org.jointcredit.contract.event.SubjectKind;
import org.jspecify.annotations.Nullable;

/**
 * The notices a listing would set off today.
 *
 * @param ruleSet id of the rule set in force, e.g. {@code default-2021}
 * @param rules its version
 * @param measures version of the list of measures
 * @param notices how many there would be
 */
record Preview(
        String listType,
        ListClass listClass,
        String ruleSet,
        String rules,
        String measures,
        int notices,
        List<PreviewedNotice> plan) {

    /**
     * @param rule the rule that asks for it
     * @param provisional the calendar of a year that a deadline runs into is not published yet
     */
    record PreviewedNotice(
            String measure,
            String text,
            String basis,
            MeasureKind kind,
            Force force,
            Nature nature,
            String agency,
            PreviewedSubject subject,
            String rule,
            LocalDate dueReceive,
            LocalDate dueExecute,
            boolean provisional) {}

    /**
     * @param at where it stands in the body, e.g. {@code persons[0]}; a person in two roles at its first entry
     * @param name of a person masked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PreviewedSubject(
            String at, SubjectKind kind, @Nullable String code, String name) {}
}
