package org.jointcredit.sanction.measure;

import java.util.List;
import org.jointcredit.contract.event.PersonRole;
import org.jointcredit.contract.event.SubjectKind;
import org.jspecify.annotations.Nullable;

/**
 * Whom a measure reaches (P4.2, P4.6).
 *
 * @param organisation a listed organisation
 * @param person a listed natural person
 * @param behind which persons behind a listed organisation, of those whom the decision names
 * @param behindBasis where it is laid down that these are reached
 */
public record Reach(
        boolean organisation,
        boolean person,
        List<Behind> behind,
        @Nullable String behindBasis) {
    public Reach {
        behind = List.copyOf(behind);
        if (behind.isEmpty() != (behindBasis == null)) {
            throw new IllegalArgumentException("persons behind and their behindBasis come together");
        }
    }

    /** @param onlyDirectlyResponsible only where the decision says so of this person */
    public record Behind(PersonRole role, boolean onlyDirectlyResponsible) {}

    public boolean listed(SubjectKind kind) {
        return switch (kind) {
            case ORGANISATION -> organisation;
            case PERSON -> person;
        };
    }

    public boolean behind(PersonRole role, boolean directlyResponsible) {
        return behind.stream()
                .anyMatch(reached ->
                        reached.role() == role && (directlyResponsible || !reached.onlyDirectlyResponsible()));
    }
}
