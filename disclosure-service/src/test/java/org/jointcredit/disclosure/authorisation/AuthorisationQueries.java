package org.jointcredit.disclosure.authorisation;

import java.util.Map;
import org.bson.Document;
import org.jointcredit.disclosure.authorisation.AuthorisationStore.Scope;

/** The queries by which authorisations are listed. */
public final class AuthorisationQueries {
    private AuthorisationQueries() {}

    public static Map<String, Document> all() {
        return Map.of("given", page(Scope.given("s")), "received", page(Scope.received("u", "s")));
    }

    private static Document page(Scope scope) {
        return new Document("find", AuthorisationStore.COLLECTION)
                .append("filter", scope.filter().toBsonDocument())
                .append("sort", new Document(AuthorisationStore.GRANTED_AT, -1).append("_id", -1));
    }
}
