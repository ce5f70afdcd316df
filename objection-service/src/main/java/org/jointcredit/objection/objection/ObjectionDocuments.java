package org.jointcredit.objection.objection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jointcredit.contract.event.Against;
import org.jointcredit.contract.event.Claim;
import org.jointcredit.contract.event.Decision;
import org.jointcredit.contract.event.ListingVersion;
import org.jointcredit.contract.event.ObjectionOutcome;
import org.jointcredit.objection.remedy.Due;
import org.jointcredit.platform.cipher.FieldCipher;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Objections as documents; what the parties wrote is sealed (X4). */
@Component
final class ObjectionDocuments {
    private static final String TYPE = "objection";
    private static final String STATEMENT = "statement";
    private static final String REASONS = "reasons";
    private static final String FOUND = "found";
    private static final String NAME = "name";
    private static final String AGAINST_ID = "id";
    private static final String DATE = "date";

    private final FieldCipher cipher;

    ObjectionDocuments(FieldCipher cipher) {
        this.cipher = cipher;
    }

    /** All but the id and what the journal owns. */
    Document state(Objection objection) {
        String id = objection.id();
        Filing filing = objection.filing();
        Document document = new Document("number", objection.number())
                .append("filer", filing.filer().name())
                .append(ObjectionStore.SUBJECT, filing.subject())
                .append("by", filing.by())
                .append("dept", filing.dept())
                .append(ObjectionStore.RECEIVED_AT, Date.from(filing.at()))
                .append("fingerprint", filing.fingerprint())
                .append(ObjectionStore.DEPARTMENT, objection.department())
                .append(
                        ObjectionStore.AGAINST,
                        new Document("kind", objection.against().kind().name())
                                .append(AGAINST_ID, objection.against().id()))
                .append("claim", objection.claim().name())
                .append(STATEMENT, seal(objection.statement(), STATEMENT, id))
                .append("evidence", pieces(objection.evidence(), id))
                .append("due", due(objection.due()))
                .append("verifyBy", due(objection.verifyBy()))
                .append("verification", verification(objection.verification(), id))
                .append("ruling", ruling(objection.ruling(), id))
                .append("withdrawnAt", date(objection.withdrawnAt()))
                .append("hanging", hanging(objection.hanging()))
                .append(
                        "alerts",
                        objection.alerts().stream()
                                .map(alert -> new Document("kind", alert.kind().name())
                                        .append("due", alert.due().toString())
                                        .append("at", Date.from(alert.at())))
                                .toList())
                .append("lawVersion", objection.lawVersion())
                .append(ObjectionStore.STATE, objection.state().name())
                .append(ObjectionStore.OPEN, objection.isOpen())
                .append(ObjectionStore.DUE_ON, objection.due().date().toString());
        ObjectionOutcome outcome = objection.outcome();
        if (outcome != null) {
            document.append(ObjectionStore.OUTCOME, outcome.name());
        }
        objection.nextAlertOn().ifPresent(day -> document.append(ObjectionStore.NEXT_ALERT, day.toString()));
        if (objection.isOpen() && objection.against().id() != null) {
            document.append(ObjectionStore.SLOT, slot(filing.subject(), objection.against()));
        }
        return document;
    }

    /** What only one open objection may have. */
    static String slot(String subject, Against against) {
        return String.join("|", subject, against.kind().name(), against.id());
    }

    Objection objection(Document document) {
        String id = document.getString("_id");
        Document against = document.get(ObjectionStore.AGAINST, Document.class);
        return new Objection(
                id,
                document.getString("number"),
                new Filing(
                        Filer.valueOf(document.getString("filer")),
                        document.getString(ObjectionStore.SUBJECT),
                        document.getString("by"),
                        document.getString("dept"),
                        instant(document, ObjectionStore.RECEIVED_AT),
                        document.getString("fingerprint")),
                document.getString(ObjectionStore.DEPARTMENT),
                new Against(Against.Kind.valueOf(against.getString("kind")), against.getString(AGAINST_ID)),
                Claim.valueOf(document.getString("claim")),
                open(document, STATEMENT, STATEMENT, id),
                pieces(document, id),
                Objects.requireNonNull(due(document.get("due", Document.class))),
                due(document.get("verifyBy", Document.class)),
                verification(document.get("verification", Document.class), id),
                ruling(document.get("ruling", Document.class), id),
                instantOrNull(document.getDate("withdrawnAt")),
                hanging(document.get("hanging", Document.class)),
                document.getList("alerts", Document.class).stream()
                        .map(alert -> new Alert(
                                Alert.Kind.valueOf(alert.getString("kind")),
                                LocalDate.parse(alert.getString("due")),
                                instant(alert, "at")))
                        .toList(),
                document.getString("lawVersion"));
    }

    private List<Document> pieces(List<Piece> pieces, String id) {
        return pieces.stream()
                .map(piece -> new Document("name", seal(piece.name(), NAME, id))
                        .append(ObjectionStore.SHA256, piece.sha256())
                        .append("file", piece.file()))
                .toList();
    }

    private List<Piece> pieces(Document document, String id) {
        return document.getList("evidence", Document.class).stream()
                .map(piece -> new Piece(
                        open(piece, "name", NAME, id), piece.getString(ObjectionStore.SHA256), piece.getString("file")))
                .toList();
    }

    private static @Nullable Document due(@Nullable Due due) {
        return due == null
                ? null
                : new Document(DATE, due.date().toString())
                        .append("from", due.from().toString())
                        .append("workingDays", due.workingDays())
                        .append("remindBefore", due.remindBefore())
                        .append("calendar", due.calendar())
                        .append("provisional", due.provisional())
                        .append("remindOn", due.remindOn().toString())
                        .append(
                                "before",
                                due.before() == null ? null : due.before().toString());
    }

    private static @Nullable Due due(@Nullable Document due) {
        if (due == null) {
            return null;
        }
        String before = due.getString("before");
        return new Due(
                LocalDate.parse(due.getString(DATE)),
                LocalDate.parse(due.getString("from")),
                due.getInteger("workingDays"),
                due.getInteger("remindBefore"),
                due.getString("calendar"),
                due.getBoolean("provisional", false),
                LocalDate.parse(due.getString("remindOn")),
                before == null ? null : LocalDate.parse(before));
    }

    private @Nullable Document verification(@Nullable Verification verification, String id) {
        return verification == null
                ? null
                : new Document("finding", verification.finding().name())
                        .append(STATEMENT, seal(verification.statement(), FOUND, id))
                        .append("evidence", pieces(verification.evidence(), id))
                        .append("by", verification.by())
                        .append("officer", verification.officer())
                        .append("at", Date.from(verification.at()));
    }

    private @Nullable Verification verification(@Nullable Document verification, String id) {
        return verification == null
                ? null
                : new Verification(
                        Finding.valueOf(verification.getString("finding")),
                        open(verification, STATEMENT, FOUND, id),
                        pieces(verification, id),
                        verification.getString("by"),
                        verification.getString("officer"),
                        instant(verification, "at"));
    }

    private @Nullable Document ruling(@Nullable Ruling ruling, String id) {
        return ruling == null
                ? null
                : new Document("outcome", ruling.outcome().name())
                        .append(REASONS, seal(ruling.reasons(), REASONS, id))
                        .append("document", ruling.document().document())
                        .append("authority", ruling.document().authority())
                        .append(DATE, ruling.document().date().toString())
                        .append("basis", ruling.document().basis())
                        .append("by", ruling.by())
                        .append("at", Date.from(ruling.at()));
    }

    private @Nullable Ruling ruling(@Nullable Document ruling, String id) {
        return ruling == null
                ? null
                : new Ruling(
                        ObjectionOutcome.valueOf(ruling.getString("outcome")),
                        open(ruling, REASONS, REASONS, id),
                        new Decision(
                                ruling.getString("document"),
                                ruling.getString("authority"),
                                LocalDate.parse(ruling.getString(DATE)),
                                ruling.getString("basis")),
                        ruling.getString("by"),
                        instant(ruling, "at"));
    }

    private static Document hanging(Hanging hanging) {
        return new Document("holding", hanging.holding())
                .append(
                        "resumesAfter",
                        hanging.resumesAfter().stream()
                                .map(listing ->
                                        new Document("listing", listing.listing()).append("version", listing.version()))
                                .toList())
                .append("record", hanging.record());
    }

    private static Hanging hanging(Document hanging) {
        Number record = hanging.get("record", Number.class);
        return new Hanging(
                hanging.getBoolean("holding", false),
                hanging.getList("resumesAfter", Document.class).stream()
                        .map(listing -> new ListingVersion(
                                listing.getString("listing"),
                                listing.get("version", Number.class).longValue()))
                        .toList(),
                record == null ? null : record.longValue());
    }

    private String seal(String text, String field, String id) {
        return cipher.seal(text, TYPE, field, id);
    }

    private String open(Document document, String key, String field, String id) {
        return cipher.open(document.getString(key), TYPE, field, id);
    }

    private static @Nullable Date date(@Nullable Instant at) {
        return at == null ? null : Date.from(at);
    }

    private static Instant instant(Document document, String field) {
        return Objects.requireNonNull(document.getDate(field)).toInstant();
    }

    private static @Nullable Instant instantOrNull(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
