package org.jointcredit.sanction.action;

import java.util.Set;

/**
 * What was repealed since of the list of measures that an action is pinned to (S1). The rest of the list goes on.
 *
 * @param upTo version of the list of measures up to which this is so
 * @param measures codes
 */
public record Repealed(String upTo, Set<String> measures) {

    public Repealed {
        measures = Set.copyOf(measures);
    }
}
