package org.jointcredit.objection.remedy;

import java.time.Instant;
import org.jointcredit.contract.event.Against;
import org.jspecify.annotations.Nullable;

/**
 * What a case asks of others, so that it can be followed to the last of them.
 *
 * @param subject id of the subject whose right it is
 * @param effect what its decision asks of the owner and the agencies
 * @param decidedAt absent until decided
 */
public record TracedCase(
        String id,
        String number,
        String subject,
        Against against,
        Effect effect,
        boolean holding,
        Instant receivedAt,
        @Nullable Instant decidedAt) {
    /** What a decision asks of others. */
    public enum Effect {
        /** nothing, or nothing yet */
        NONE,
        /** the owner revokes or withdraws, the agencies undo */
        REVOKE,
        /** the owner changes */
        CHANGE,
        /** the owner ends the listing, the agencies release */
        END,
        /** the owner marks */
        MARK,
        /** the owner erases */
        ERASE
    }
}
