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

    /** The body as if number, kind of document and name of those who stay had been sent. */
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

    private static Optional<Party> onListing(Optional<String> subject, Listing listing) {
        return listing.terms().persons().stream()
                .map(ListedPerson::who)
                .filter(known -> subject.filter(known.id()::equals).isPresent())
                .findFirst();
    }

    private void complete(ObjectNode person, Party known) {
        person.put("idNumber", subjects.number(known.id()));
        person.put("documentKind", known.documentKind());
        if (!person.hasNonNull("name")) {
            person.put("name", known.name());
        }
    }
}
