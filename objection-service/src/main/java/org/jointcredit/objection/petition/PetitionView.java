package org.jointcredit.objection.petition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jointcredit.contract.event.Against;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.platform.eventing.JournalEntry;
import org.jointcredit.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/**
 * A review, repair or exit as its parties see it.
 *
 * @param objection of a review, the objection whose decision is reviewed
 * @param against of a review, what the objection is against
 * @param record of a repair
 * @param listing of a repair or an exit
 * @param department code of the department concerned
 * @param dueOn last day for the decision
 * @param provisional {@code dueOn} reaches into days whose calendar is not settled yet
 * @param holding what is disputed must not be applied because of this review
 * @param timeline of one that is asked for by itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PetitionView(
        String id,
        String number,
        PetitionState state,
        @Nullable String outcome,
        @Nullable String objection,
        @Nullable Against against,
        @Nullable String record,
        @Nullable String listing,
        String subject,
        @Nullable String department,
        String grounds,
        List<Proof> proofs,
        OffsetDateTime receivedAt,
        LocalDate dueOn,
        boolean provisional,
        boolean overdue,
        boolean holding,
        @Nullable PetitionDecision decision,
        String lawVersion,
        @Nullable List<PetitionEntry> timeline) {

    /** How it was decided, with the number of the decision. */
    record PetitionDecision(
            String reasons, String basis, String document, String authority, LocalDate date, OffsetDateTime at) {}

    /** @param by user name or service; {@code subject} for the subject itself */
    record PetitionEntry(String what, OffsetDateTime at, String by, String basis) {}

    static PetitionView of(Petition petition, LocalDate today, @Nullable List<JournalEntry> journal) {
        Award award = petition.award();
        boolean review = petition.objection() != null;
        return new PetitionView(
                petition.id(),
                petition.number(),
                petition.state(),
                award == null ? null : award.outcome(),
                petition.objection(),
                review ? petition.of() : null,
                !review && petition.of().kind() == Against.Kind.RECORD
                        ? petition.of().id()
                        : null,
                !review && petition.of().kind() == Against.Kind.LISTING
                        ? petition.of().id()
                        : null,
                petition.subject(),
                petition.department(),
                petition.grounds(),
                petition.proofs(),
                here(petition.receivedAt()),
                petition.due().date(),
                petition.due().provisional(),
                petition.isOpen() && petition.due().isOver(today),
                petition.hanging().holding(),
                award == null
                        ? null
                        : new PetitionDecision(
                                award.reasons(),
                                award.document().basis(),
                                award.document().document(),
                                award.document().authority(),
                                award.document().date(),
                                here(award.at())),
                petition.lawVersion(),
                journal == null ? null : timeline(journal));
    }

    private static List<PetitionEntry> timeline(List<JournalEntry> journal) {
        return journal.stream()
                .filter(entry -> entry.to() == null)
                .map(entry -> new PetitionEntry(
                        entry.type(),
                        here(entry.at()),
                        entry.by(),
                        ContractJson.mapper()
                                .readTree(entry.data())
                                .path("basis")
                                .asString()))
                .toList();
    }

    private static OffsetDateTime here(Instant at) {
        return at.atZone(BusinessClock.ZONE).toOffsetDateTime();
    }
}
