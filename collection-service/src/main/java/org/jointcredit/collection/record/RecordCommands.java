package org.jointcredit.collection.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jointcredit.collection.catalogue.ForbiddenData;
import org.jointcredit.collection.record.CreditRecord.About;
import org.jointcredit.collection.record.RecordAnswer.Refused;
import org.jointcredit.collection.record.RecordAnswer.Taken;
import org.jointcredit.collection.record.RecordStore.Stored;
import org.jointcredit.collection.subject.Identity;
import org.jointcredit.collection.subject.IdentityForm;
import org.jointcredit.collection.subject.SubjectStore;
import org.jointcredit.collection.subject.SubjectStore.Found;
import org.jointcredit.collection.submission.Refusal;
import org.jointcredit.collection.submission.Scope;
import org.jointcredit.collection.submission.Sender;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.RecordSealed;
import org.jointcredit.contract.event.RecordState;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.platform.cipher.IndexKeys;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.form.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What departments and the credit office do with records that are there (C2). */
@Component
public final class RecordCommands {
    private final RecordForm form;
    private final RecordStore store;
    private final RecordFacts facts;
    private final RecordParts parts;
    private final SubjectStore subjects;
    private final IdentityForm identities;
    private final ForbiddenData forbidden;
    private final IndexKeys indexKeys;

    RecordCommands(
            RecordForm form,
            RecordStore store,
            RecordFacts facts,
            RecordParts parts,
            SubjectStore subjects,
            IdentityForm identities,
            ForbiddenData forbidden,
            IndexKeys indexKeys) {
        this.form = form;
        this.store = store;
        this.facts = facts;
        this.parts = parts;
        this.subjects = subjects;
        this.identities = identities;
        this.forbidden = forbidden;
        this.indexKeys = indexKeys;
    }

    /**
     * A command on a record.
     *
     * @param id null: the body names the record by its number
     * @param seen is told the version before the command is judged, and may object
     */
    public record Order(
            ObjectNode body,
            Sender sender,
            Cause cause,
            @Nullable String id,
            LongConsumer seen) {
        Scope scope() {
            return new Scope(sender.office() ? null : sender.department());
        }
    }

    /** Whole new content for the same document and subject; the history keeps what was said before. */
    public RecordAnswer revise(Order order) {
        while (true) {
            Stored stored = store.find(Form.sure(order.id()), order.scope());
            if (stored == null) {
                return RecordAnswer.refused(Refusal.UNKNOWN);
            }
            CreditRecord record = stored.record();
            order.seen().accept(record.version());
            if (!record.isRevisable()) {
                return RecordAnswer.refused(Refusal.WRONG_STATE);
            }
            var kept = facts.open(record.id(), record.sealed());
            ObjectNode whole = whole(order.body(), record, kept);
            boolean settledBefore = record.terms().settled() && !order.sender().office();
            if (settledBefore && record.terms().procedure() != null) {
                whole.put("procedure", record.terms().procedure().name());
            }
            var reading = form.reread(whole, order.sender(), record.origin().layout());
            if (reading.notYours() != null) {
                return RecordAnswer.refused(Refusal.NOT_YOURS, reading.notYours(), ErrorCode.NOT_YOURS);
            }
            RecordContent content = reading.content();
            List<FieldError> errors = new ArrayList<>(reading.errors());
            if (content != null) {
                errors.addAll(movedElsewhere(content, record));
            }
            if (content == null || !errors.isEmpty()) {
                return new Refused(Refusal.INVALID, errors);
            }
            boolean settled = settledBefore || (order.sender().office() && content.procedure() != null);
            boolean toSettle = Form.sure(reading.judged()).toSettle() && !settled;
            if (indexKeys.matches(record.fingerprint(), content.canonical())
                    && toSettle == record.terms().toSettle()
                    && settled == record.terms().settled()) {
                return new Taken(record.id(), true, reading.warnings());
            }
            Map<Identity, Found> found = subjects.findOrCreate(RecordParts.named(content));
            Judged judged = Form.sure(reading.judged());
            CreditRecord revised = record.revised(
                    parts.about(content, found),
                    content.behind() == null && DoubleDisclosure.sameLeader(kept.fields(), content.fields())
                            ? record.behind()
                            : RecordParts.behind(content, found),
                    RecordParts.terms(content, judged, toSettle, settled),
                    parts.sealed(record.id(), content, judged),
                    indexKeys.keyedFingerprint(content.canonical()),
                    order.cause().at());
            if (store.update(record, revised, facts.of(EventTypes.RECORD_REVISED, revised), order.cause())) {
                return new Taken(record.id(), false, RecordParts.warnings(reading.warnings(), content, found));
            }
        }
    }

    /** Who revises sees numbers masked: what is left out of item, number and subject, or sent as it was shown, is as it was. */
    private ObjectNode whole(ObjectNode body, CreditRecord record, RecordSealed kept) {
        ObjectNode whole = body.deepCopy();
        putIfMissing(whole, "item", record.origin().item());
        putIfMissing(whole, "number", record.origin().number());
        putIfMissing(whole, Providers.PROVIDER, record.origin().provider());
        if (!whole.hasNonNull("subject")) {
            whole.putObject("subject");
        }
        if (whole.get("subject") instanceof ObjectNode subject) {
            About about = record.subject();
            putIfMissing(subject, "kind", about.kind().name());
            if (subject.path("kind").asString("").equals(about.kind().name())) {
                putIfMissing(subject, "name", about.name() == null ? kept.subjectName() : about.name());
                putIfMissing(subject, "code", about.code());
                boolean masked = !subject.hasNonNull("idNumber")
                        || subject.path("idNumber").asString("").equals(about.maskedNumber());
                if (about.kind() == SubjectKind.PERSON && masked) {
                    subject.put("documentKind", about.documentKind());
                    subject.put("idNumber", subjects.number(about.id()));
                }
            }
        }
        if (whole.get("fields") instanceof ObjectNode fields) {
            RecordView.shown(kept).forEach((name, shown) -> {
                if (fields.path(name).asString("").equals(shown)) {
                    fields.put(name, kept.fields().get(name));
                }
            });
        }
        return whole;
    }

    private static void putIfMissing(ObjectNode object, String field, @Nullable String value) {
        if (value != null && !object.hasNonNull(field)) {
            object.put(field, value);
        }
    }

    /** Another document or another subject is another record. */
    private List<FieldError> movedElsewhere(RecordContent content, CreditRecord record) {
        List<FieldError> errors = new ArrayList<>();
        CreditRecord.Origin origin = record.origin();
        if (!content.item().equals(origin.item())) {
            errors.add(new FieldError("item", ErrorCode.CODE_NOT_ALLOWED));
        }
        if (!content.folded().equals(origin.folded())) {
            errors.add(new FieldError("number", ErrorCode.CODE_NOT_ALLOWED));
        }
        if (!content.provider().equals(origin.provider())) {
            errors.add(new FieldError(Providers.PROVIDER, ErrorCode.CODE_NOT_ALLOWED));
        }
        String subject =
                subjects.find(List.of(content.subject())).get(content.subject().key());
        if (!record.subject().id().equals(subject)) {
            String field = content.subject().kind() == SubjectKind.PERSON ? "subject.idNumber" : "subject.code";
            errors.add(new FieldError(field, ErrorCode.CODE_NOT_ALLOWED));
        }
        DoubleDisclosure layout = DoubleDisclosure.in(content.fields());
        if (errors.isEmpty() && layout != null && !content.key().equals(origin.key())) {
            errors.add(new FieldError("fields." + layout.bodyCode(), ErrorCode.CODE_NOT_ALLOWED));
        }
        return errors;
    }

    /** The record was wrong: it is shown nowhere any more, and its history stays. */
    public RecordAnswer withdraw(Order order) {
        while (true) {
            Form command = Form.of(order.body());
            String number = order.id() == null ? command.text("number", 128) : "";
            Stored stored = null;
            if (order.id() != null || command.errors().isEmpty()) {
                String id = order.id() == null ? ofNumber(command, order, number) : order.id();
                stored = id == null ? null : store.find(id, order.scope());
                if (stored == null) {
                    return RecordAnswer.refused(Refusal.UNKNOWN);
                }
                if (stored.cameOf(order.cause())) {
                    return new Taken(stored.record().id(), false, List.of());
                }
            }
            String reason = command.prose("reason", 2048);
            forbidden.judge(command, "reason", reason, isConsented(stored));
            if (stored == null) {
                return new Refused(Refusal.INVALID, command.errors());
            }
            CreditRecord record = stored.record();
            order.seen().accept(record.version());
            if (order.id() == null && isWithdrawnFor(record, reason)) {
                return new Taken(record.id(), true, List.of());
            }
            if (record.state() == RecordState.WITHDRAWN) {
                return RecordAnswer.refused(Refusal.WRONG_STATE);
            }
            if (!command.errors().isEmpty()) {
                return new Refused(Refusal.INVALID, command.errors());
            }
            CreditRecord withdrawn = record.withdrawn(
                    facts.sealReason(record.id(), reason), order.cause().at());
            if (store.update(record, withdrawn, facts.of(EventTypes.RECORD_WITHDRAWN, withdrawn), order.cause())) {
                return new Taken(record.id(), false, command.warnings());
            }
        }
    }

    /** The one record of a number; item and subject may tell it from others of the same document. */
    private @Nullable String ofNumber(Form command, Order order, String number) {
        String item = command.optionalCode("item", 64);
        Form about = command.optionalObject("subject");
        Identity subject = about == null ? null : identities.subject(about);
        String subjectId =
                subject == null ? null : subjects.find(List.of(subject)).get(subject.key());
        List<CreditRecord> found = store.ofNumber(order.sender().department(), number).stream()
                .filter(record -> item == null || item.equals(record.origin().item()))
                .filter(record -> about == null || record.subject().id().equals(subjectId))
                .toList();
        List<CreditRecord> live = found.stream()
                .filter(record -> record.state() != RecordState.WITHDRAWN)
                .toList();
        List<CreditRecord> meant = live.isEmpty() ? found : live;
        if (meant.size() > 1) {
            command.error("subject", ErrorCode.REQUIRED);
        }
        return meant.isEmpty() ? null : meant.getFirst().id();
    }

    /** What needs a person's consent is said of a person only, and once it is given. */
    private static boolean isConsented(@Nullable Stored stored) {
        return stored == null
                || stored.record().subject().kind() != SubjectKind.PERSON
                || stored.record().terms().consent() != null;
    }

    private boolean isWithdrawnFor(CreditRecord record, String reason) {
        return record.state() == RecordState.WITHDRAWN
                && facts.openReason(record.id(), record.remarks().getLast().sealed())
                        .equals(reason);
    }
}
