package org.jointcredit.disclosure.register;

import java.util.List;
import java.util.function.Consumer;
import org.jointcredit.contract.event.ActionChanged;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.RecordFact;
import org.jointcredit.disclosure.register.RebuildStore.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.stereotype.Component;

/**
 * {@code GET /actuator/register}: one value for the whole register, to compare it with another or with a rebuilt one.
 * {@code POST} begins a rebuild, of which {@code GET /actuator/register/rebuild} says how far it is.
 */
@Component
@WebEndpoint(id = "register")
final class RegisterEndpoint {
    private final List<Consumer<RegisterDigest>> parts;
    private final Rebuild rebuild;
    private final RebuildStore rebuilds;

    RegisterEndpoint(
            FactStore<RecordFact> records,
            FactStore<ListingFact> listings,
            FactStore<ActionChanged> actions,
            FactStore<Marking> markings,
            SubjectStore subjects,
            Rebuild rebuild,
            RebuildStore rebuilds) {
        this.parts = List.of(records::digest, listings::digest, actions::digest, markings::digest, subjects::digest);
        this.rebuild = rebuild;
        this.rebuilds = rebuilds;
    }

    record State(String hash, long documents) {}

    @ReadOperation
    State state() {
        var digest = new RegisterDigest();
        parts.forEach(part -> part.accept(digest));
        return new State(digest.hash(), digest.documents());
    }

    /** @return how far the one is that goes on now, this one or one that went on before */
    @WriteOperation
    @Nullable
    Progress rebuild() {
        return rebuild.start();
    }

    /** @param part {@code rebuild} */
    @ReadOperation
    @Nullable
    Progress progress(@Selector String part) {
        return part.equals("rebuild") ? rebuilds.progress() : null;
    }
}
