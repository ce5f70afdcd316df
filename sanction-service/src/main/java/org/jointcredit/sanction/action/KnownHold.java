package org.jointcredit.sanction.action;

import java.time.Instant;
import java.util.List;
import org.jointcredit.contract.event.Against;
import org.jointcredit.contract.event.Hold;
import org.jointcredit.contract.event.ListingVersion;
import org.jointcredit.contract.event.ObjectionFact;
import org.jointcredit.contract.event.ReviewFact;
import org.jspecify.annotations.Nullable;

/**
 * What was said last of the hold of an objection or its review; kept when it is off, so that an older word is known as
 * one.
 *
 * @param owner id of the objection or review
 * @param seq the {@code ce_sequence} of that word
 * @param subject id of the subject whose right it is
 * @param notice the only notice that it is against; null: it is against a listing or record
 * @param resumesAfter listings whose hold ends with a later version than this one, i.e. once their owner's change has
 *     arrived; of the others {@code on} says it
 */
record KnownHold(
        String owner,
        long seq,
        String reason,
        String subject,
        @Nullable String notice,
        boolean on,
        List<ListingVersion> resumesAfter,
        Instant since) {

    KnownHold {
        resumesAfter = List.copyOf(resumesAfter);
    }

    static KnownHold of(ObjectionFact objection, long seq) {
        return new KnownHold(
                objection.objection(),
                seq,
                "OBJECTION",
                objection.subject(),
                notice(objection.against()),
                objection.holding(),
                objection.resumesAfter(),
                objection.receivedAt());
    }

    /** @param since when it was said: a review holds from the moment on at which its reviewer orders it (O4) */
    static KnownHold of(ReviewFact review, long seq, Instant since) {
        return new KnownHold(
                review.review(),
                seq,
                "REVIEW",
                review.subject(),
                notice(review.against()),
                review.holding(),
                review.resumesAfter(),
                since);
    }

    private static @Nullable String notice(Against against) {
        return against.kind() == Against.Kind.NOTICE ? against.id() : null;
    }

    /** The same, said after another word of the same owner: a hold that goes on began when it began. */
    KnownHold after(@Nullable KnownHold before) {
        return before != null && before.on && on
                ? new KnownHold(owner, seq, reason, subject, notice, true, resumesAfter, before.since)
                : this;
    }

    boolean holds(JointAction action) {
        var listing = action.listing();
        return resumesAfter.stream()
                .filter(last -> last.listing().equals(listing.listing()))
                .findFirst()
                .map(last -> listing.version() <= last.version())
                .orElse(on);
    }

    ActionHold of(JointAction action) {
        boolean ofOneBehind = notice == null && action.namesBehind(subject);
        return new ActionHold(new Hold(owner, reason, since), notice, ofOneBehind ? subject : null);
    }
}
