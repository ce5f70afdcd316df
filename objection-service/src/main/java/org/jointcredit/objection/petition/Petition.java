package org.jointcredit.objection.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jointcredit.contract.event.Against;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.ExitDecided;
import org.jointcredit.contract.event.Grant;
import org.jointcredit.contract.event.ObjectionOutcome;
import org.jointcredit.contract.event.RepairDecided;
import org.jointcredit.contract.event.ReviewFact;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.objection.objection.Hanging;
import org.jointcredit.objection.remedy.Due;
import org.jointcredit.objection.remedy.RemedyKind;
import org.jointcredit.platform.eventing.Step;
import org.jointcredit.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/**
 * What a subject asks for: a review (A31), a repair (A29) or an exit (P5.7). Only a review may hold anything, and only
 * if the reviewer says so.
 *
 * @param department code of the department concerned; it decides on repair and exit
 * @param of what the review is about in the end, or what is to be repaired or left
 * @param objection id of the objection that is reviewed; absent for the others
 * @param reminded last day that was reminded of
 * @param calledLate last day that was called missed
 * @param fingerprint keyed hash of the body it came with
 */
record Petition(
        String id,
        String number,
        RemedyKind kind,
        String subject,
        @Nullable String department,
        Against of,
        @Nullable String objection,
        String grounds,
        List<Proof> proofs,
        Instant receivedAt,
        Due due,
        @Nullable LocalDate reminded,
        @Nullable LocalDate calledLate,
        @Nullable Award award,
        Hanging hanging,
        String lawVersion,
        String fingerprint) {
    static final String REMINDED = "DECISION_REMINDED";
    static final String OVERDUE = "DECISION_OVERDUE";

    Petition {
        proofs = List.copyOf(proofs);
    }

    PetitionState state() {
        return award == null ? PetitionState.RECEIVED : PetitionState.DECIDED;
    }

    boolean isOpen() {
        return award == null;
    }

    /** A decision is reviewed once; of the others one is open at a time. Null: the place is free. */
    @Nullable
    String slot() {
        if (kind == RemedyKind.REVIEW) {
            return kind + ":" + objection;
        }
        return isOpen() ? kind + ":" + of.kind() + ":" + of.id() : null;
    }

    /** It gets its number once nothing stands in its way. */
    Petition number(String given) {
        return copy(given, due, reminded, calledLate, award, hanging);
    }

    Petition decided(Award made, Hanging left) {
        return copy(number, due, reminded, calledLate, made, left);
    }

    Petition hanging(Hanging left) {
        return copy(number, due, reminded, calledLate, award, left);
    }

    Petition due(Due counted) {
        return copy(number, counted, reminded, calledLate, award, hanging);
    }

    /** What is to be said of its term today: the reminder while there is time, that it is late once there is none. */
    Optional<String> toSay(LocalDate today) {
        if (!isOpen()) {
            return Optional.empty();
        }
        if (due.isOver(today)) {
            return due.date().equals(calledLate) ? Optional.empty() : Optional.of(OVERDUE);
        }
        boolean remind = !today.isBefore(due.remindOn()) && !due.date().equals(reminded);
        return remind ? Optional.of(REMINDED) : Optional.empty();
    }

    Petition said(String what) {
        return what.equals(REMINDED)
                ? copy(number, due, due.date(), calledLate, award, hanging)
                : copy(number, due, reminded, due.date(), award, hanging);
    }

    /** The next day on which something is to be said; null where nothing will be. */
    @Nullable
    LocalDate nextAlert() {
        if (!isOpen() || due.date().equals(calledLate)) {
            return null;
        }
        return due.date().equals(reminded) ? due.date().plusDays(1) : due.remindOn();
    }

    /** What others have to follow. */
    Step told() {
        return switch (kind) {
            case REVIEW -> Step.sent(EventTypes.REVIEW_DECIDED, review(), Topics.REMEDY, subject);
            case REPAIR -> Step.sent(EventTypes.REPAIR_DECIDED, repair(made()), Topics.REMEDY, subject);
            case EXIT -> Step.sent(EventTypes.EXIT_DECIDED, exit(made()), Topics.REMEDY, subject);
            case OBJECTION -> throw new IllegalStateException("an objection is no petition");
        };
    }

    private Award made() {
        return Objects.requireNonNull(award);
    }

    private ReviewFact review() {
        return new ReviewFact(
                id,
                number,
                Objects.requireNonNull(objection),
                subject,
                department,
                of,
                award == null ? null : ObjectionOutcome.valueOf(award.outcome()),
                hanging.holding(),
                hanging.resumesAfter(),
                award == null ? null : award.document(),
                lawVersion,
                receivedAt,
                award == null ? null : award.at());
    }

    private RepairDecided repair(Award made) {
        return new RepairDecided(
                id,
                number,
                subject,
                Objects.requireNonNull(department),
                of,
                Grant.valueOf(made.outcome()),
                made.document(),
                lawVersion,
                made.at());
    }

    private ExitDecided exit(Award made) {
        return new ExitDecided(
                id,
                number,
                subject,
                Objects.requireNonNull(of.id()),
                Objects.requireNonNull(department),
                Grant.valueOf(made.outcome()),
                made.document(),
                made.by(),
                LocalDate.ofInstant(made.at(), BusinessClock.ZONE),
                lawVersion,
                made.at());
    }

    private Petition copy(
            String numberNow,
            Due dueNow,
            @Nullable LocalDate remindedNow,
            @Nullable LocalDate calledLateNow,
            @Nullable Award awardNow,
            Hanging hangingNow) {
        return new Petition(
                id,
                numberNow,
                kind,
                subject,
                department,
                of,
                objection,
                grounds,
                proofs,
                receivedAt,
                dueNow,
                remindedNow,
                calledLateNow,
                awardNow,
                hangingNow,
                lawVersion,
                fingerprint);
    }
}
