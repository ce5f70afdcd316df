package org.jointcredit.objection.petition;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.contract.event.Against;
import org.jointcredit.contract.event.Decision;
import org.jointcredit.contract.event.ListingVersion;
import org.jointcredit.objection.objection.Hanging;
import org.jointcredit.objection.remedy.Due;
import org.jointcredit.objection.remedy.RemedyKind;
import org.jointcredit.platform.cipher.FieldCipher;
import org.jointcredit.platform.eventing.Journal;
import org.jointcredit.platform.eventing.JournalEntry;
import org.jointcredit.platform.eventing.JournalledDocuments;
import org.jointcredit.platform.eventing.Relay;
import org.jointcredit.platform.web.PageOf;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Keeps petitions, each with its journal; what the parties wrote is kept sealed, as it may name anybody. */
@Component
final class PetitionStore {
    static final String COLLECTION = "petitions";
    static final String KIND = "kind";
    static final String SUBJECT = "subject";
    static final String DEPARTMENT = "department";
    static final String RECEIVED_AT = "receivedAt";
    static final String DUE_ON = "dueOn";
    static final String STATE = "state";
    static final String SLOT = "slot";
    static final String NEXT_ALERT = "nextAlert";
    static final String CALENDAR = "calendar";
    static final String HOLDING = "holding";
    static final String OF_ID = "of.id";
    static final String RESUMES_AFTER = "resumesAfter.listing";
    private static final String AWARD = "award";

    private final MongoTemplate mongo;
    private final FieldCipher cipher;
    private final JournalledDocuments<Petition> cases;

    PetitionStore(MongoTemplate mongo, FieldCipher cipher, Journal journal, Relay petitionRelay) {
        this.mongo = mongo;
        this.cipher = cipher;
        this.cases = new JournalledDocuments<>(
                collection(), journal, petitionRelay, this::state, this::petition, List.of(SLOT, NEXT_ALERT));
    }

    /** A petition with everything that happened to it. */
    record Told(Petition petition, List<JournalEntry> journal) {}

    /** @return false if there is one with this id, or in its place */
    boolean insert(PetitionChange received) {
        return cases.insert(received.after().id(), received);
    }

    /** @see JournalledDocuments#change */
    Petition change(String id, Function<Petition, Optional<PetitionChange>> change) {
        return cases.change(id, change);
    }

    Optional<Told> find(RemedyKind kind, String id, PetitionScope scope) {
        return Optional.ofNullable(collection()
                        .find(and(eq("_id", id), eq(KIND, kind.name()), scope.filter()))
                        .first())
                .map(found -> new Told(petition(found), Journal.of(found)));
    }

    PageOf<Petition> page(RemedyKind kind, @Nullable PetitionState state, PetitionScope scope, PageRequest asked) {
        return PageOf.find(
                collection(), matching(kind, state, scope), Projections.exclude("journal"), asked, this::petition);
    }

    static Bson matching(RemedyKind kind, @Nullable PetitionState state, PetitionScope scope) {
        Bson ofKind = and(eq(KIND, kind.name()), scope.filter());
        return state == null ? ofKind : and(ofKind, eq(STATE, state.name()));
    }

    boolean isTaken(String slot) {
        return collection().find(inSlot(slot)).first() != null;
    }

    List<String> waitingForRecords(Collection<String> records) {
        return ids(waitsFor(OF_ID, records), Integer.MAX_VALUE);
    }

    List<String> waitingForListing(String listing) {
        return ids(waitsFor(RESUMES_AFTER, List.of(listing)), Integer.MAX_VALUE);
    }

    List<String> toAlert(LocalDate today, int most) {
        return ids(alertsBy(today), most);
    }

    List<String> countedWith(Collection<String> calendars, int most) {
        return ids(openBy(calendars), most);
    }

    static Bson inSlot(String slot) {
        return eq(SLOT, slot);
    }

    /** Of the decided ones that still hold, which are few at any time. */
    static Bson waitsFor(String field, Collection<String> ids) {
        return and(eq(HOLDING, true), eq(STATE, PetitionState.DECIDED.name()), in(field, ids));
    }

    static Bson alertsBy(LocalDate today) {
        return lte(NEXT_ALERT, today.toString());
    }

    static Bson openBy(Collection<String> calendars) {
        return and(eq(STATE, PetitionState.RECEIVED.name()), in(CALENDAR, calendars));
    }

    private List<String> ids(Bson which, int most) {
        List<String> ids = new ArrayList<>();
        collection()
                .find(which)
                .projection(Projections.include("_id"))
                .limit(most)
                .forEach(found -> ids.add(found.getString("_id")));
        return ids;
    }

    private Document state(Petition petition) {
        Due due = petition.due();
        Document document = new Document(KIND, petition.kind().name())
                .append("number", petition.number())
                .append(SUBJECT, petition.subject())
                .append(DEPARTMENT, petition.department())
                .append(
                        "of",
                        new Document("kind", petition.of().kind().name())
                                .append("id", petition.of().id()))
                .append("objection", petition.objection())
                .append("grounds", sealed(petition.id(), "grounds", petition.grounds()))
                .append(
                        "proofs",
                        petition.proofs().stream()
                                .map(proof -> new Document("name", sealed(petition.id(), "proof", proof.name()))
                                        .append("sha256", proof.sha256()))
                                .toList())
                .append(RECEIVED_AT, Date.from(petition.receivedAt()))
                .append(DUE_ON, due.date().toString())
                .append("from", due.from().toString())
                .append("workingDays", due.workingDays())
                .append("remindBefore", due.remindBefore())
                .append(CALENDAR, due.calendar())
                .append("provisional", due.provisional())
                .append("remindOn", due.remindOn().toString())
                .append("dueBefore", text(due.before()))
                .append("reminded", text(petition.reminded()))
                .append("calledLate", text(petition.calledLate()))
                .append(STATE, petition.state().name())
                .append(HOLDING, petition.hanging().holding())
                .append(
                        "resumesAfter",
                        petition.hanging().resumesAfter().stream()
                                .map(on -> new Document("listing", on.listing()).append("version", on.version()))
                                .toList())
                .append("recordVersion", petition.hanging().record())
                .append("lawVersion", petition.lawVersion())
                .append("fingerprint", petition.fingerprint())
                .append(AWARD, award(petition));
        String slot = petition.slot();
        if (slot != null) {
            document.append(SLOT, slot);
        }
        LocalDate next = petition.nextAlert();
        if (next != null) {
            document.append(NEXT_ALERT, next.toString());
        }
        return document;
    }

    private @Nullable Document award(Petition petition) {
        Award award = petition.award();
        return award == null
                ? null
                : new Document("outcome", award.outcome())
                        .append("reasons", sealed(petition.id(), "reasons", award.reasons()))
                        .append("document", award.document().document())
                        .append("authority", award.document().authority())
                        .append("date", award.document().date().toString())
                        .append("basis", award.document().basis())
                        .append("by", award.by())
                        .append("at", Date.from(award.at()));
    }

    private Petition petition(Document document) {
        String id = document.getString("_id");
        Document of = document.get("of", Document.class);
        Number recordVersion = document.get("recordVersion", Number.class);
        return new Petition(
                id,
                document.getString("number"),
                RemedyKind.valueOf(document.getString(KIND)),
                document.getString(SUBJECT),
                document.getString(DEPARTMENT),
                new Against(Against.Kind.valueOf(of.getString("kind")), of.getString("id")),
                document.getString("objection"),
                opened(id, "grounds", document.getString("grounds")),
                document.getList("proofs", Document.class).stream()
                        .map(proof ->
                                new Proof(opened(id, "proof", proof.getString("name")), proof.getString("sha256")))
                        .toList(),
                instant(document, RECEIVED_AT),
                new Due(
                        LocalDate.parse(document.getString(DUE_ON)),
                        LocalDate.parse(document.getString("from")),
                        document.get("workingDays", 0),
                        document.get("remindBefore", 0),
                        document.getString(CALENDAR),
                        document.getBoolean("provisional", false),
                        LocalDate.parse(document.getString("remindOn")),
                        day(document.getString("dueBefore"))),
                day(document.getString("reminded")),
                day(document.getString("calledLate")),
                award(id, document.get(AWARD, Document.class)),
                new Hanging(
                        document.getBoolean(HOLDING, false),
                        document.getList("resumesAfter", Document.class).stream()
                                .map(on -> new ListingVersion(
                                        on.getString("listing"),
                                        on.get("version", Number.class).longValue()))
                                .toList(),
                        recordVersion == null ? null : recordVersion.longValue()),
                document.getString("lawVersion"),
                document.getString("fingerprint"));
    }

    private @Nullable Award award(String id, @Nullable Document award) {
        return award == null
                ? null
                : new Award(
                        award.getString("outcome"),
                        opened(id, "reasons", award.getString("reasons")),
                        new Decision(
                                award.getString("document"),
                                award.getString("authority"),
                                LocalDate.parse(award.getString("date")),
                                award.getString("basis")),
                        award.getString("by"),
                        instant(award, "at"));
    }

    private String sealed(String id, String field, String text) {
        return cipher.seal(text, "petition", field, id);
    }

    private String opened(String id, String field, String sealed) {
        return cipher.open(sealed, "petition", field, id);
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static Instant instant(Document document, String field) {
        return Objects.requireNonNull(document.getDate(field)).toInstant();
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
