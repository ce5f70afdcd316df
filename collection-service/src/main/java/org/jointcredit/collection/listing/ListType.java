package org.jointcredit.collection.listing;

import java.util.List;
import org.jointcredit.contract.event.ListClass;
import org.jointcredit.contract.event.SubjectKind;
import org.jspecify.annotations.Nullable;

/**
 * 名单类型: a named list and the conditions of being put on it and taken off (C6).
 *
 * @param group of a list of severe dishonesty
 * @param department code of the initiating department, the only one that may list
 * @param subjects the sorts of subject it takes
 * @param standard what must have been found
 * @param basisLevel how high {@code basis} stands
 * @param exit how a listing ends before its term; reference lists are others' and say nothing
 */
public record ListType(
        String code,
        String name,
        String nameEn,
        ListClass listClass,
        @Nullable ListGroup group,
        String department,
        List<SubjectKind> subjects,
        Provision standard,
        String basis,
        BasisLevel basisLevel,
        @Nullable Provision exit) {
    public ListType {
        subjects = List.copyOf(subjects);
        if (listClass == ListClass.SEVERE && !basisLevel.carriesSevereList()) {
            throw new IllegalArgumentException(
                    "a list of severe dishonesty rests on law, central policy or a local regulation, not on a "
                            + basisLevel + " (国办发〔2020〕49号)");
        }
        if ((listClass == ListClass.SEVERE) != (group != null)) {
            throw new IllegalArgumentException("lists of severe dishonesty have a group, and no others");
        }
    }

    /** A rule in words, and where it is laid down. */
    public record Provision(String text, String basis) {}
}
