package org.jointcredit.objection.objection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jointcredit.contract.event.Against;
import org.jointcredit.contract.event.Claim;
import org.jointcredit.contract.event.ObjectionFact;
import org.jointcredit.contract.event.ObjectionOutcome;
import org.jointcredit.contract.event.ObjectionState;
import org.jointcredit.objection.objection.Alert.Kind;
import org.jointcredit.objection.remedy.Due;
import org.jointcredit.platform.time.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * An objection: filed, verified by who said what is disputed, decided by the credit office (A30). What it touches is
 * held from the moment it is received, whatever anybody thinks of it (O2).
 *
 * @param number of the case, as shown
 * @param department code of the department whose record, listing or notice it is; absent for what is missing
 * @param statement what the filer says
 * @param evidence what the filer names, and all files that were handed in later
 * @param due last day for the decision
 * @param verifyBy last day for the verification; absent where nobody can be asked
 * @param withdrawnAt absent unless it was
 * @param alerts what was said of its due dates, the last of each kind
 */
record Objection(
        String id,
        String number,
        Filing filing,
        @Nullable String department,
        Against against,
        Claim claim,
        String statement,
        List<Piece> evidence,
        Due due,
        @Nullable Due verifyBy,
        @Nullable Verification verification,
        @Nullable Ruling ruling,
        @Nullable Instant withdrawnAt,
        Hanging hanging,
        List<Alert> alerts,
        String lawVersion) {
    Objection {
        evidence = List.copyOf(evidence);
        alerts = List.copyOf(alerts);
    }

    ObjectionState state() {
        if (ruling != null) {
            return ObjectionState.DECIDED;
        }
        if (withdrawnAt != null) {
            return ObjectionState.WITHDRAWN;
        }
        return verification == null ? ObjectionState.RECEIVED : ObjectionState.VERIFYING;
    }

    boolean isOpen() {
        return ruling == null && withdrawnAt == null;
    }

    @Nullable
    ObjectionOutcome outcome() {
        return ruling == null ? null : ruling.outcome();
    }

    boolean isOverdue(LocalDate today) {
        return isOpen() && due.isOver(today);
    }

    /** Whether this officer filed or verified it: who decides is somebody else (four eyes). */
    boolean hasHandOf(String username, String displayName) {
        return filing.by().equals(username) || (verification != null && verification.isBy(username, displayName));
    }

    Objection with(Piece piece) {
        return copy(
                Stream.concat(evidence.stream(), Stream.of(piece)).toList(),
                due,
                verifyBy,
                verification,
                ruling,
                withdrawnAt,
                hanging,
                alerts);
    }

    Objection verified(Verification found) {
        return copy(evidence, due, verifyBy, found, ruling, withdrawnAt, hanging, alerts);
    }

    /** @param left what stays held until its owner has acted */
    Objection decided(Ruling decision, Hanging left) {
        return copy(evidence, due, verifyBy, verification, decision, withdrawnAt, left, alerts);
    }

    Objection withdrawn(Instant at) {
        return copy(evidence, due, verifyBy, verification, ruling, at, Hanging.NOTHING, alerts);
    }

    /** The owner has acted: nothing is held for this any more. */
    Objection letGo() {
        return copy(evidence, due, verifyBy, verification, ruling, withdrawnAt, hanging.letGo(), alerts);
    }

    /** Its open terms by a newer calendar. */
    Objection recounted(WorkingDays newer, LocalDate today) {
        return copy(
                evidence,
                due.recounted(newer, today),
                verifyBy == null ? null : verifyBy.recounted(newer, today),
                verification,
                ruling,
                withdrawnAt,
                hanging,
                alerts);
    }

    Objection alerted(Alert alert) {
        List<Alert> others = new ArrayList<>(alerts);
        others.removeIf(said -> said.kind() == alert.kind());
        others.add(alert);
        return copy(evidence, due, verifyBy, verification, ruling, withdrawnAt, hanging, others);
    }

    /** What is to be said of its terms today; where days went by unseen, only what is still true. */
    List<Alert> toSay(LocalDate today, Instant at) {
        return Stream.of(Kind.values())
                .filter(kind -> isTrue(kind, today))
                .map(kind -> new Alert(kind, term(kind).date(), at))
                .toList();
    }

    /** The next day on which something is to be said; none where nothing will be. */
    Optional<LocalDate> nextAlertOn() {
        return Stream.of(Kind.values())
                .filter(this::canBeSaid)
                .map(kind -> isReminder(kind)
                        ? term(kind).remindOn()
                        : term(kind).date().plusDays(1))
                .min(LocalDate::compareTo);
    }

    private boolean isTrue(Kind kind, LocalDate today) {
        return canBeSaid(kind)
                && (isReminder(kind)
                        ? !today.isBefore(term(kind).remindOn()) && !term(kind).isOver(today)
                        : term(kind).isOver(today));
    }

    private boolean canBeSaid(Kind kind) {
        boolean running = isOpen()
                && switch (kind) {
                    case VERIFICATION_REMINDED, VERIFICATION_OVERDUE -> verifyBy != null && verification == null;
                    case DECISION_REMINDED, DECISION_OVERDUE -> true;
                };
        return running && !isSaid(kind) && !(isReminder(kind) && isSaid(after(kind)));
    }

    private boolean isSaid(Kind kind) {
        return alerts.stream()
                .anyMatch(said ->
                        said.kind() == kind && said.due().equals(term(kind).date()));
    }

    private static boolean isReminder(Kind kind) {
        return kind == Kind.VERIFICATION_REMINDED || kind == Kind.DECISION_REMINDED;
    }

    /** What is said once the time that is reminded of is over. */
    private static Kind after(Kind reminder) {
        return reminder == Kind.VERIFICATION_REMINDED ? Kind.VERIFICATION_OVERDUE : Kind.DECISION_OVERDUE;
    }

    private Due term(Kind kind) {
        return switch (kind) {
            case VERIFICATION_REMINDED, VERIFICATION_OVERDUE -> verifyBy == null ? due : verifyBy;
            case DECISION_REMINDED, DECISION_OVERDUE -> due;
        };
    }

    ObjectionFact fact() {
        return new ObjectionFact(
                id,
                number,
                filing.subject(),
                department,
                against,
                claim,
                state(),
                outcome(),
                hanging.holding(),
                hanging.resumesAfter(),
                due.date(),
                due.provisional(),
                ruling == null ? null : ruling.document(),
                lawVersion,
                filing.at(),
                ruling == null ? withdrawnAt : ruling.at());
    }

    private Objection copy(
            List<Piece> evidenceNow,
            Due dueNow,
            @Nullable Due verifyByNow,
            @Nullable Verification verificationNow,
            @Nullable Ruling rulingNow,
            @Nullable Instant withdrawnNow,
            Hanging hangingNow,
            List<Alert> alertsNow) {
        return new Objection(
                id,
                number,
                filing,
                department,
                against,
                claim,
                statement,
                evidenceNow,
                dueNow,
                verifyByNow,
                verificationNow,
                rulingNow,
                withdrawnNow,
                hangingNow,
                alertsNow,
                lawVersion);
    }
}
