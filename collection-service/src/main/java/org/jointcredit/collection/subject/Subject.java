package org.jointcredit.collection.subject;

import java.time.LocalDate;
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
        names = List.copyOf(names);
    }

    /** @param since day on which it was first told to us */
    record Named(String name, LocalDate since) {}

    String name() {
        return names.getLast().name();
    }

    boolean isCalled(String name) {
        return Names.same(name(), name);
    }

    boolean wasEverCalled(String name) {
        return names.stream().anyMatch(named -> Names.same(named.name(), name));
    }
}
