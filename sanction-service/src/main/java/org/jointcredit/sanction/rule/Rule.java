package org.jointcredit.sanction.rule;

import java.util.List;
import org.jointcredit.contract.event.ListClass;
import org.jspecify.annotations.Nullable;

/**
 * One rule: listings of this class, and where named of this group or of these list types only, set off these measures.
 *
 * @param group absent: every group
 * @param listTypes absent: every list type
 * @param measures codes of measures
 */
public record Rule(
        String id,
        String name,
        String nameEn,
        ListClass listClass,
        @Nullable String group,
        @Nullable List<String> listTypes,
        List<String> measures,
        String basis) {
    public Rule {
        listTypes = listTypes == null ? null : List.copyOf(listTypes);
        measures = List.copyOf(measures);
    }

    boolean fires(Trigger trigger) {
        return trigger.listClass() == listClass
                && (group == null || group.equals(trigger.group()))
                && (listTypes == null || listTypes.contains(trigger.listType()));
    }
}
