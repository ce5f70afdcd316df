package org.jointcredit.objection.remedy;

import java.util.Set;

/**
 * What files are taken as evidence.
 *
 * @param files most of one case
 * @param bytes most of one file
 * @param kinds media types, as their content says
 */
public record EvidenceLimits(int files, int bytes, Set<String> kinds) {
    public EvidenceLimits {
        kinds = Set.copyOf(kinds);
    }
}
