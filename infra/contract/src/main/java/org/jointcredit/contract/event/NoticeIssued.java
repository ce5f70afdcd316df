package org.jointcredit.contract.event;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One measure that an agency is to apply to one subject: the value of `notice-issued` on `response.<agency>`.
/// Written by sanction. Who a natural person is the agency asks with `GET notices/{id}`.
///
/// @param notice id of the notice
/// @param action id of the joint action
/// @param listing id of the listing, `listingNumber` the initiating department's number of it
/// @param measure code of the measure
/// @param text what is to be done
/// @param basis legal basis of the measure
/// @param agency code of the agency
/// @param effectiveFrom first and `until` last day of the listing
/// @param dueReceive last day, Asia/Shanghai, to confirm receipt
/// @param dueExecute last day, Asia/Shanghai, to execute or decline
/// @param provisional a due date reaches into days whose calendar is not settled yet
/// @param lawVersion version of the rule set it follows from
public record NoticeIssued(
        String notice,
        String action,
        String listing,
        String listingNumber,
        String listType,
        String measure,
        String text,
        String basis,
        MeasureKind kind,
        Force force,
        Nature nature,
        String agency,
        Subject subject,
        DecisionReference decision,
        LocalDate effectiveFrom,
        @Nullable LocalDate until,
        Instant issuedAt,
        LocalDate dueReceive,
        LocalDate dueExecute,
        boolean provisional,
        String lawVersion) {

    /// @param code and `name`: organisations only
    public record Subject(
            String id,
            SubjectKind kind,
            @Nullable String code,
            @Nullable String name) {}

    /// The decision document that the notice rests on.
    public record DecisionReference(String document, String authority, LocalDate date) {}
}
