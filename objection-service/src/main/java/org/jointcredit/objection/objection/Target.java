package org.jointcredit.objection.objection;

import java.util.List;
import org.jointcredit.contract.event.Against;
import org.jspecify.annotations.Nullable;

/**
 * What an objection is against, as it is known now.
 *
 * @param department code of the department that answers for it; absent for what is missing and nobody is known to owe
 * @param subjects ids of those whom it is about, the first one above all
 * @param over it is taken back already: there is nothing to object to
 */
record Target(Against against, @Nullable String department, List<String> subjects, boolean over) {
    Target {
        subjects = List.copyOf(subjects);
    }
}
