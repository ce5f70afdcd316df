package org.jointcredit.collection.subject;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.identity.Names;
import org.jspecify.annotations.Nullable;

/**
 * 信息主体, without its number.
 *
 * @param id random, opaque
 * @param code unified code; organisations only
 * @param documentKind code of the kind of document; natural persons only
 * @param names every name it was known by, the present one last
 */
record Subject(
        String id,
        SubjectKind kind,
        @Nullable String code,
        @Nullable String documentKind,
        List<Named> names) {
    Subject {
        names = names.stream().sorted(Comparator.comparing(Named::last)).toList();
    }

    /**
     * @param last day of the latest decision that calls it so: who takes an earlier name again has it as its present one
     */
    record Named(String name, LocalDate last) {}

    String name() {
        return names.getLast().name();
    }

    boolean isCalled(String name) {
        return Names.same(name(), name);
    }

    /** The spelling under which it is known by this name; null: it was never called so. */
    @Nullable
    Named called(String name) {
        return names.reversed().stream()
                .filter(named -> Names.same(named.name(), name))
                .findFirst()
                .orElse(null);
    }
}
