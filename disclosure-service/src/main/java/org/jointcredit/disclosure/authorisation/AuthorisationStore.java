package org.jointcredit.disclosure.authorisation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.contract.event.RecordCategory;
import org.jointcredit.disclosure.authorisation.Authorisation.Acceptance;
import org.jointcredit.platform.cipher.FieldCipher;
import org.jointcredit.platform.web.PageOf;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Keeps the authorisations; their words sealed, since a person wrote them about itself. */
@Component
final class AuthorisationStore {
    static final String COLLECTION = "authorisations";
    static final String SUBJECT = "subject";
    static final String GRANTEE = "grantee";
    static final String GRANTED_AT = "grantedAt";
    private static final String ACCEPTED_BY = "acceptedBy";
    private static final String ACCEPTED_AT = "acceptedAt";
    private static final String REVOKED_AT = "revokedAt";
    private static final String PURPOSE = "purpose";

    private final MongoTemplate mongo;
    private final FieldCipher cipher;

    AuthorisationStore(MongoTemplate mongo, FieldCipher cipher) {
        this.mongo = mongo;
        this.cipher = cipher;
    }

    /** @return false if there is one with this id */
    boolean insert(Authorisation authorisation) {
        try {
            collection().insertOne(document(authorisation));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    Optional<Authorisation> find(String id, Scope scope) {
        return Optional.ofNullable(
                        collection().find(and(eq("_id", id), scope.filter())).first())
                .map(this::authorisation);
    }

    PageOf<Authorisation> page(Scope scope, PageRequest asked) {
        return PageOf.find(collection(), scope.filter(), new Document(), asked, this::authorisation);
    }

    /** Who reads first is who is meant, from then on alone. */
    void accept(String id, Scope scope, Acceptance acceptance) {
        collection()
                .updateOne(
                        and(eq("_id", id), scope.filter(), exists(ACCEPTED_BY, false)),
                        Updates.combine(
                                Updates.set(ACCEPTED_BY, acceptance.subject()),
                                Updates.set(ACCEPTED_AT, Date.from(acceptance.at()))));
    }

    /** The first revocation counts. */
    void revoke(String id, Scope scope, Instant at) {
        collection()
                .updateOne(
                        and(eq("_id", id), scope.filter(), exists(REVOKED_AT, false)),
                        Updates.set(REVOKED_AT, Date.from(at)));
    }

    /** Whose authorisations somebody may know of: a subject those it gave, somebody authorised those it was given. */
    record Scope(Bson filter) {
        static Scope given(String subject) {
            return new Scope(eq(SUBJECT, subject));
        }

        /** @param subject whom the account belongs to; another one's may have had its name before */
        static Scope received(String username, String subject) {
            return new Scope(and(eq(GRANTEE, username), or(exists(ACCEPTED_BY, false), eq(ACCEPTED_BY, subject))));
        }
    }

    private Document document(Authorisation authorisation) {
        return new Document("_id", authorisation.id())
                .append(SUBJECT, authorisation.subject())
                .append(GRANTEE, authorisation.grantee())
                .append(
                        "categories",
                        authorisation.scope().categories().stream()
                                .map(Enum::name)
                                .toList())
                .append("items", authorisation.scope().items())
                .append("listings", authorisation.scope().listings())
                .append(PURPOSE, cipher.seal(authorisation.purpose(), "authorisation", PURPOSE, authorisation.id()))
                .append("from", authorisation.from().toString())
                .append("until", authorisation.until().toString())
                .append(GRANTED_AT, Date.from(authorisation.grantedAt()))
                .append("fingerprint", authorisation.fingerprint());
    }

    private Authorisation authorisation(Document document) {
        String id = document.getString("_id");
        String acceptedBy = document.getString(ACCEPTED_BY);
        Date revokedAt = document.getDate(REVOKED_AT);
        return new Authorisation(
                id,
                document.getString(SUBJECT),
                document.getString(GRANTEE),
                new Authorisation.Scope(
                        document.getList("categories", String.class).stream()
                                .map(RecordCategory::valueOf)
                                .toList(),
                        document.getList("items", String.class),
                        document.getBoolean("listings", false)),
                cipher.open(document.getString(PURPOSE), "authorisation", PURPOSE, id),
                LocalDate.parse(document.getString("from")),
                LocalDate.parse(document.getString("until")),
                Objects.requireNonNull(document.getDate(GRANTED_AT)).toInstant(),
                acceptedBy == null
                        ? null
                        : new Acceptance(
                                acceptedBy, document.getDate(ACCEPTED_AT).toInstant()),
                revokedAt == null ? null : revokedAt.toInstant(),
                document.getString("fingerprint"));
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
