package org.jointcredit.collection.listing;

import java.util.Optional;
import org.jointcredit.collection.subject.Party;
import org.jointcredit.collection.subject.SubjectStore;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A change names the whole new list of persons, but who enters it sees their numbers masked: an entry may name somebody
 * who is on the listing already by {@code subject}, as the listing's answer does, and has not to know the number.
 */
@Component
final class KeptPersons {
    private final SubjectStore subjects;

    KeptPersons(SubjectStore subjects) {
        this.subjects = subjects;
    }

    /** The body as if number, kind of document, name and own earnings of those who stay had been sent. */
    ObjectNode whole(ObjectNode body, Listing listing) {
        ObjectNode whole = body.deepCopy();
        whole.path("persons").valueStream().forEach(entry -> {
            if (entry instanceof ObjectNode person && namesNobody(person)) {
                onListing(person.path("subject").asStringOpt(), listing).ifPresent(known -> complete(person, known));
            }
        });
        return whole;
    }

    private static boolean namesNobody(ObjectNode person) {
        JsonNode number = person.path("idNumber");
        return number.isMissingNode()
                || number.isNull()
                || (number.isString() && number.stringValue().contains("*"));
    }

    private static Optional<ListedPerson> onListing(Optional<String> subject, Listing listing) {
        return listing.terms().persons().stream()
                .filter(known -> subject.filter(known.who().id()::equals).isPresent())
                .findFirst();
    }

    private void complete(ObjectNode person, ListedPerson known) {
        Party who = known.who();
        person.put("idNumber", subjects.number(who.id()));
        person.put("documentKind", who.documentKind());
        if (!person.hasNonNull("name")) {
            person.put("name", who.name());
        }
        if (!person.hasNonNull("ownEarnings")) {
            person.put("ownEarnings", known.ownEarnings());
        }
    }
}
