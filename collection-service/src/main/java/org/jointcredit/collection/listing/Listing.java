package org.jointcredit.collection.listing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jointcredit.collection.listing.Move.Happening;
import org.jointcredit.collection.listing.Move.Made;
import org.jointcredit.collection.listing.Move.Refused;
import org.jointcredit.collection.submission.Refusal;
import org.jointcredit.contract.event.Decision;
import org.jointcredit.contract.event.EndingReason;
import org.jointcredit.contract.event.ListClass;
import org.jointcredit.contract.event.ListingEnd;
import org.jointcredit.contract.problem.FieldWarning;
import org.jspecify.annotations.Nullable;

/**
 * 列入: one subject's entry on a list (C6). Immutable; each command gives the listing as it is after it, one version
 * further, or refuses.
 *
 * @param version number of its last step
 * @param publishedAt null while it was never in force
 * @param pending a change that waits for a second officer
 * @param repaired a repair was granted (A29)
 * @param remarks why steps were taken that are not explained by the decision itself
 * @param lastCommand keyed hash of the change or ending applied last
 */
public record Listing(
        String id,
        long version,
        Origin origin,
        ListingState state,
        Terms terms,
        @Nullable Instant publishedAt,
        @Nullable Change pending,
        @Nullable ListingEnd ended,
        @Nullable Repair repaired,
        List<Remark> remarks,
        @Nullable String lastCommand) {
    public Listing {
        remarks = List.copyOf(remarks);
    }

    /**
     * What never changes.
     *
     * @param number unique in its department
     * @param lawVersion version of the list types it was judged by
     * @param fingerprint keyed hash of what was sent
     * @param warnings what was odd about it and taken all the same
     */
    public record Origin(
            String department,
            String number,
            String listType,
            ListClass listClass,
            @Nullable ListGroup group,
            String lawVersion,
            String fingerprint,
            Instant createdAt,
            List<FieldWarning> warnings) {
        public Origin {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * @param version of the step it explains
     * @param proposedBy who proposed the step, where two officers took it
     */
    public record Remark(
            long version, String reason, @Nullable String proposedBy) {}

    /** @param number of the case that granted it */
    public record Repair(LocalDate on, String number) {}

    /** The decision of a department's own system is in force at once, an officer's waits for another one's. */
    static Made open(String id, Origin origin, Terms terms) {
        boolean decided = terms.decision().decidedBy() != null;
        var listing = new Listing(
                id,
                1,
                origin,
                decided ? ListingState.PUBLISHED : ListingState.PROPOSED,
                terms,
                decided ? origin.createdAt() : null,
                null,
                null,
                null,
                List.of(),
                null);
        return new Made(listing, decided ? Happening.PUBLISHED : Happening.PROPOSED);
    }

    /** A second officer decides what the first proposed: the listing itself, or a change that adds persons (C6). */
    Move approve(String officer, LocalDate today, Instant now) {
        String proposer = proposer();
        if (proposer == null) {
            return new Refused(Refusal.WRONG_STATE);
        }
        if (proposer.equals(officer)) {
            return new Refused(Refusal.FOUR_EYES);
        }
        if (pending != null) {
            Terms changed = terms.changedBy(pending).decidedBy(proposer, officer);
            return made(Happening.CHANGED)
                    .terms(changed)
                    .pending(null)
                    .lastCommand(pending.fingerprint())
                    .remark(pending.reason(), proposer)
                    .move();
        }
        return terms.isOverOn(today)
                ? new Refused(Refusal.WRONG_STATE)
                : made(Happening.PUBLISHED)
                        .state(ListingState.PUBLISHED)
                        .terms(terms.decidedBy(proposer, officer))
                        .publishedAt(now)
                        .move();
    }

    /** The second officer says no: the listing never comes into force, or stays as it is. */
    Move refuse(String officer, String reason) {
        String proposer = proposer();
        if (proposer == null) {
            return new Refused(Refusal.WRONG_STATE);
        }
        if (proposer.equals(officer)) {
            return new Refused(Refusal.FOUR_EYES);
        }
        return pending != null
                ? made(Happening.CHANGE_REFUSED)
                        .pending(null)
                        .remark(reason, proposer)
                        .move()
                : made(Happening.REFUSED)
                        .state(ListingState.REFUSED)
                        .remark(reason, proposer)
                        .move();
    }

    boolean isChangeable() {
        return state == ListingState.PUBLISHED && pending == null;
    }

    /** What puts nobody on the list acts at once; what does waits, unless two officers have decided it already. */
    Move change(Change change) {
        if (!isChangeable()) {
            return new Refused(Refusal.WRONG_STATE);
        }
        if (terms.widenedBy(change.persons()) && change.decidedBy() == null) {
            return made(Happening.CHANGE_PROPOSED)
                    .pending(change)
                    .remark(change.reason(), change.proposedBy())
                    .move();
        }
        Terms changed = terms.changedBy(change);
        return made(Happening.CHANGED)
                .terms(
                        change.decidedBy() == null
                                ? changed
                                : changed.decidedBy(change.proposedBy(), change.decidedBy()))
                .lastCommand(change.fingerprint())
                .remark(change.reason(), change.decidedBy() == null ? null : change.proposedBy())
                .move();
    }

    /** REVOKED says that it was wrong from the start, also of a listing that has ended for another reason. */
    boolean isEndableBy(@Nullable EndingReason reason) {
        return state == ListingState.PUBLISHED
                || (ended != null && reason == EndingReason.REVOKED && ended.reason() != EndingReason.REVOKED);
    }

    Move end(ListingEnd end, String fingerprint) {
        return isEndableBy(end.reason())
                ? made(Happening.ENDED).ended(end).lastCommand(fingerprint).move()
                : new Refused(Refusal.WRONG_STATE);
    }

    /** A case ends it, as the department itself might. */
    Move end(ListingEnd end, Decision decision) {
        return isEndableBy(end.reason())
                ? made(Happening.ENDED)
                        .ended(end)
                        .remark(reason(decision), null)
                        .move()
                : new Refused(Refusal.WRONG_STATE);
    }

    /** A case found that it was wrong from the start (O5); what is only proposed never comes into force then. */
    Move revoke(Decision decision, Instant now) {
        return state == ListingState.PROPOSED
                ? made(Happening.REFUSED)
                        .state(ListingState.REFUSED)
                        .remark(reason(decision), terms.decision().proposedBy())
                        .move()
                : end(new ListingEnd(EndingReason.REVOKED, decision, decision.date(), now), decision);
    }

    /** The first repair of what was in force counts. */
    Move repair(Decision decision, String number) {
        return repaired == null && publishedAt != null
                ? made(Happening.REPAIRED)
                        .repaired(new Repair(decision.date(), number))
                        .remark(reason(decision), null)
                        .move()
                : new Refused(Refusal.WRONG_STATE);
    }

    private static String reason(Decision decision) {
        return decision.document() + " " + decision.basis();
    }

    /** A listing past its last day is over, without anybody's decision (P5.7). */
    Move endOfTerm(LocalDate today, Instant now) {
        return state == ListingState.PUBLISHED && terms.until() != null && terms.isOverOn(today)
                ? made(Happening.ENDED)
                        .ended(new ListingEnd(
                                EndingReason.TERM, null, terms.until().plusDays(1), now))
                        .move()
                : new Refused(Refusal.WRONG_STATE);
    }

    /** Who proposed what now waits for a second officer; null where nothing waits. */
    private @Nullable String proposer() {
        if (pending != null) {
            return pending.proposedBy();
        }
        return state == ListingState.PROPOSED ? terms.decision().proposedBy() : null;
    }

    private Next made(Happening what) {
        return new Next(this, what);
    }

    /** The next version in the making. */
    private static final class Next {
        private final Listing before;
        private final Happening what;
        private final List<Remark> remarks;
        private ListingState state;
        private Terms terms;
        private @Nullable Instant publishedAt;
        private @Nullable Change pending;
        private @Nullable ListingEnd ended;
        private @Nullable Repair repaired;
        private @Nullable String lastCommand;

        Next(Listing before, Happening what) {
            this.before = before;
            this.what = what;
            this.remarks = new ArrayList<>(before.remarks);
            this.state = before.state;
            this.terms = before.terms;
            this.publishedAt = before.publishedAt;
            this.pending = before.pending;
            this.ended = before.ended;
            this.repaired = before.repaired;
            this.lastCommand = before.lastCommand;
        }

        Next state(ListingState state) {
            this.state = state;
            return this;
        }

        Next terms(Terms terms) {
            this.terms = terms;
            return this;
        }

        Next publishedAt(Instant at) {
            this.publishedAt = at;
            return this;
        }

        Next pending(@Nullable Change pending) {
            this.pending = pending;
            return this;
        }

        Next ended(ListingEnd ended) {
            this.state = ListingState.ENDED;
            this.pending = null;
            this.ended = ended;
            return this;
        }

        Next repaired(Repair repaired) {
            this.repaired = repaired;
            return this;
        }

        Next lastCommand(String fingerprint) {
            this.lastCommand = fingerprint;
            return this;
        }

        Next remark(String reason, @Nullable String proposedBy) {
            remarks.add(new Remark(before.version + 1, reason, proposedBy));
            return this;
        }

        Move move() {
            return new Made(
                    new Listing(
                            before.id,
                            before.version + 1,
                            before.origin,
                            state,
                            terms,
                            publishedAt,
                            pending,
                            ended,
                            repaired,
                            remarks,
                            lastCommand),
                    what);
        }
    }
}
