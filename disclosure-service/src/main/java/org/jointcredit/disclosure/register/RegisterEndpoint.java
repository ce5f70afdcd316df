package org.jointcredit.disclosure.register;

import java.util.List;
import java.util.function.Consumer;
import org.jointcredit.contract.event.ActionChanged;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.RecordFact;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.stereotype.Component;

/** {@code GET /actuator/register}: one value for the whole register, to compare it with another or with a rebuilt one. */
@Component
@WebEndpoint(id = "register")
final class RegisterEndpoint {
    private final List<Consumer<RegisterDigest>> parts;

    RegisterEndpoint(
            FactStore<RecordFact> records,
            FactStore<ListingFact> listings,
            FactStore<ActionChanged> actions,
            SubjectStore subjects) {
        this.parts = List.of(records::digest, listings::digest, actions::digest, subjects::digest);
    }

    record State(String hash, long documents) {}

    @ReadOperation
    State state() {
        var digest = new RegisterDigest();
        parts.forEach(part -> part.accept(digest));
        return new State(digest.hash(), digest.documents());
    }
}
