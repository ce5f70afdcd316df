package org.jointcredit.objection.objection;

import java.util.HashSet;
import java.util.Set;
import org.jointcredit.contract.event.Against;
import org.jspecify.annotations.Nullable;

/**
 * An objection as its review has to know it (A31).
 *
 * @param decided whether there is a decision to be reviewed
 * @param hands user names, and names as called, of all who had a part in it
 */
public record Reviewable(
        String id, String subject, @Nullable String department, Against against, boolean decided, Set<String> hands) {
    public Reviewable {
        hands = Set.copyOf(hands);
    }

    static Reviewable of(Objection objection) {
        Set<String> hands = new HashSet<>(Set.of(objection.filing().by()));
        Verification verification = objection.verification();
        if (verification != null) {
            hands.add(verification.by());
            if (verification.officer() != null) {
                hands.add(verification.officer());
            }
        }
        Ruling ruling = objection.ruling();
        if (ruling != null) {
            hands.add(ruling.by());
        }
        return new Reviewable(
                objection.id(),
                objection.filing().subject(),
                objection.department(),
                objection.against(),
                ruling != null,
                hands);
    }
}
