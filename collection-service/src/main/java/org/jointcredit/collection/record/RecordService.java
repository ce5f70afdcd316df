package org.jointcredit.collection.record;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jointcredit.collection.catalogue.ForbiddenData;
import org.jointcredit.collection.catalogue.ForbiddenDatum.Rule;
import org.jointcredit.collection.record.CreditRecord.About;
import org.jointcredit.collection.record.CreditRecord.Behind;
import org.jointcredit.collection.record.CreditRecord.Terms;
import org.jointcredit.collection.record.RecordAnswer.Refused;
import org.jointcredit.collection.record.RecordAnswer.Taken;
import org.jointcredit.collection.record.RecordStore.Key;
import org.jointcredit.collection.record.RecordStore.Known;
import org.jointcredit.collection.record.RecordStore.New;
import org.jointcredit.collection.record.RecordStore.Stored;
import org.jointcredit.collection.subject.Identity;
import org.jointcredit.collection.subject.IdentityForm;
import org.jointcredit.collection.subject.Parties;
import org.jointcredit.collection.subject.Party;
import org.jointcredit.collection.subject.SubjectStore;
import org.jointcredit.collection.subject.SubjectStore.Found;
import org.jointcredit.collection.submission.Refusal;
import org.jointcredit.collection.submission.Scope;
import org.jointcredit.collection.submission.Sender;
import org.jointcredit.contract.event.EventIds;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.RecordSealed;
import org.jointcredit.contract.event.RecordState;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.contract.problem.FieldWarning;
import org.jointcredit.contract.problem.WarningCode;
import org.jointcredit.platform.cipher.IndexKeys;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What departments do with their records, over REST, Kafka and in files alike (C2). */
@Component
public final class RecordService {
    /** What was erased does not come back by being sent again (C2). */
    private static final RecordAnswer ERASED =
            new Refused(Refusal.WRONG_STATE, List.of(new FieldError("number", ErrorCode.WRONG_STATE, null, "A28")));

    private final RecordForm form;
    private final RecordStore store;
    private final ErasedStore erased;
    private final RecordFacts facts;
    private final SubjectStore subjects;
    private final Parties parties;
    private final IdentityForm identities;
    private final ForbiddenData forbidden;
    private final Lateness lateness;
    private final QualityStore quality;
    private final IndexKeys indexKeys;
    private final BusinessClock clock;

    RecordService(
            RecordForm form,
            RecordStore store,
            ErasedStore erased,
            RecordFacts facts,
            SubjectStore subjects,
            Parties parties,
            IdentityForm identities,
            ForbiddenData forbidden,
            Lateness lateness,
            QualityStore quality,
            IndexKeys indexKeys,
            BusinessClock clock) {
        this.form = form;
        this.store = store;
        this.erased = erased;
        this.facts = facts;
        this.subjects = subjects;
        this.parties = parties;
        this.identities = identities;
        this.forbidden = forbidden;
        this.lateness = lateness;
        this.quality = quality;
        this.indexKeys = indexKeys;
        this.clock = clock;
    }

    /**
     * Something sent by a department.
     *
     * @param body as of interfaces: {@code {number, item, subject, decidedOn, procedure?, behaviourEndedOn?, validUntil?,
     *     fields}}
     * @param fromFile a row of a file: a field that is no member of {@code fields} is one that the layout does not
     *     have, and no rule on it holds; an empty cell is a member with an empty text. There are no {@code ownEarnings},
     *     and the day of the decision stands in for the end of the behaviour
     * @param batch id of the batch it came with
     */
    public record Submission(
            ObjectNode body,
            Sender sender,
            Cause cause,
            boolean fromFile,
            @Nullable String batch) {}

    private record Read(Submission submission, RecordForm.Reading reading) {
        RecordContent content() {
            return Form.sure(reading.content());
        }

        boolean isWell() {
            return reading.errors().isEmpty();
        }
    }

    /**
     * New records, each judged by itself; the answers come in their order. Some hundred at a time are judged with one
     * look for the subjects, one for the records, and one write.
     */
    public List<RecordAnswer> submit(List<Submission> submissions) {
        Map<Integer, RecordAnswer> answers = new HashMap<>();
        Map<Integer, Read> open = new TreeMap<>();
        Map<String, Integer> refused = new TreeMap<>();
        for (int i = 0; i < submissions.size(); i++) {
            Submission submission = submissions.get(i);
            var reading = form.read(submission.body(), submission.sender(), submission.fromFile());
            if (reading.notYours() != null) {
                answers.put(i, RecordAnswer.refused(Refusal.NOT_YOURS, reading.notYours(), ErrorCode.NOT_YOURS));
                refused.merge(submission.sender().department(), 1, Integer::sum);
            } else {
                open.put(i, new Read(submission, reading));
            }
        }
        Map<Integer, Read> all = Map.copyOf(open);
        Map<Identity, Found> found = subjects(open);
        // whoever loses a race for a number finds it taken in the next round
        while (!open.isEmpty()) {
            Set<Key> keys = keys(open, found);
            Map<Key, Known> known = store.known(keys);
            Set<Key> gone = erased.among(keys);
            open.forEach((place, read) -> {
                Key key = key(read, found); // none where it could not be read; a fixed set throws on that
                RecordAnswer answer = key != null && gone.contains(key) ? ERASED : judge(read, known, found);
                if (answer != null) {
                    answers.put(place, answer);
                }
            });
            open.keySet().removeAll(answers.keySet());
            answers.putAll(insert(open, found));
            open.keySet().removeAll(answers.keySet());
        }
        all.forEach((place, read) -> {
            if (answers.get(place) instanceof Refused) {
                refused.merge(read.reading().provider(), 1, Integer::sum);
            }
        });
        quality.add(YearMonth.from(clock.today()), refused);
        List<RecordAnswer> inOrder = new ArrayList<>();
        for (int i = 0; i < submissions.size(); i++) {
            inOrder.add(Objects.requireNonNull(answers.get(i)));
        }
        return inOrder;
    }

    /** Who is named in what is well becomes a subject; in what is not, nobody does. */
    private Map<Identity, Found> subjects(Map<Integer, Read> reads) {
        Set<Identity> well = new LinkedHashSet<>();
        Set<Identity> other = new LinkedHashSet<>();
        for (Read read : reads.values()) {
            RecordContent content = read.reading().content();
            if (content != null && read.isWell()) {
                well.add(content.subject());
                if (content.behind() != null) {
                    well.add(content.behind().who());
                }
            } else if (content != null) {
                other.add(content.subject());
            }
        }
        Map<Identity, Found> found = new HashMap<>(well.isEmpty() ? Map.of() : subjects.findOrCreate(well));
        if (!other.isEmpty()) {
            Map<String, String> ids = subjects.find(other);
            other.forEach(identity -> {
                String id = ids.get(identity.key());
                if (id != null) {
                    found.putIfAbsent(identity, new Found(id, false));
                }
            });
        }
        return found;
    }

    private static Set<Key> keys(Map<Integer, Read> reads, Map<Identity, Found> found) {
        Set<Key> keys = new LinkedHashSet<>();
        reads.values().forEach(read -> {
            Key key = key(read, found);
            if (key != null) {
                keys.add(key);
            }
        });
        return keys;
    }

    private static @Nullable Key key(Read read, Map<Identity, Found> found) {
        RecordContent content = read.reading().content();
        Found subject = content == null ? null : found.get(content.subject());
        return content == null || subject == null ? null : new Key(content.key(), subject.id());
    }

    /** Null: it is new and well. What is known of the number comes before the fields. */
    private @Nullable RecordAnswer judge(Read read, Map<Key, Known> known, Map<Identity, Found> found) {
        Key key = key(read, found);
        Known before = key == null ? null : known.get(key);
        if (before == null) {
            return read.isWell()
                    ? null
                    : new Refused(Refusal.INVALID, read.reading().errors());
        }
        String canonical = read.content().canonical();
        if (read.isWell() && before.fingerprints().stream().anyMatch(print -> indexKeys.matches(print, canonical))) {
            String cause = read.submission().cause().causation();
            boolean first = cause != null && before.causes().contains(cause);
            return new Taken(before.id(), !first, before.warnings());
        }
        List<FieldError> errors = new ArrayList<>(List.of(new FieldError("number", ErrorCode.DUPLICATE)));
        errors.addAll(read.reading().errors());
        return new Refused(Refusal.DUPLICATE, errors);
    }

    private Map<Integer, RecordAnswer> insert(Map<Integer, Read> reads, Map<Identity, Found> found) {
        Map<Integer, CreditRecord> opened = new HashMap<>();
        List<New> records = new ArrayList<>();
        reads.forEach((place, read) -> {
            CreditRecord record = open(read, found);
            opened.put(place, record);
            records.add(new New(
                    record,
                    facts.of(EventTypes.RECORD_PUBLISHED, record),
                    read.submission().cause()));
        });
        Set<String> written = records.isEmpty() ? Set.of() : store.insert(records);
        Map<Integer, RecordAnswer> answers = new HashMap<>();
        opened.forEach((place, record) -> {
            if (written.contains(record.id())) {
                answers.put(place, new Taken(record.id(), false, record.origin().warnings()));
            }
        });
        return answers;
    }

    private CreditRecord open(Read read, Map<Identity, Found> found) {
        RecordContent content = read.content();
        Judged judged = Form.sure(read.reading().judged());
        Submission submission = read.submission();
        String id = EventIds.next();
        String fingerprint = indexKeys.keyedFingerprint(content.canonical());
        var origin = new CreditRecord.Origin(
                content.provider(),
                content.item(),
                content.number(),
                content.folded(),
                content.key(),
                submission.cause().at(),
                YearMonth.from(clock.today()).toString(),
                judged.doubleDisclosure() ? lateness.of(content.decidedOn()) : null,
                fingerprint,
                submission.batch(),
                warnings(read.reading().warnings(), content, found));
        return new CreditRecord(
                id,
                1,
                origin,
                RecordState.PUBLISHED,
                about(content, found),
                behind(content, found),
                terms(content, judged, judged.toSettle()),
                sealed(id, content, judged),
                List.of(),
                List.of(),
                fingerprint,
                submission.cause().at());
    }

    private String sealed(String id, RecordContent content, Judged judged) {
        Identity subject = content.subject();
        return facts.seal(id, subject.kind() == SubjectKind.PERSON ? subject.name() : null, content.fields(), judged);
    }

    private About about(RecordContent content, Map<Identity, Found> found) {
        Party party = parties.of(content.subject(), at(found, content.subject()).id());
        return new About(
                party.id(),
                party.kind(),
                party.code(),
                party.kind() == SubjectKind.ORGANISATION ? party.name() : null,
                party.documentKind(),
                party.maskedNumber(),
                party.index());
    }

    private static List<Behind> behind(RecordContent content, Map<Identity, Found> found) {
        return content.behind() == null
                ? List.of()
                : List.of(new Behind(
                        at(found, content.behind().who()).id(), content.behind().role(), content.decidedOn()));
    }

    private static Terms terms(RecordContent content, Judged judged, boolean toSettle) {
        return new Terms(
                content.decidedOn(),
                content.procedure(),
                content.behaviourEndedOn(),
                content.validUntil(),
                content.ownEarnings(),
                content.consent(),
                judged.category(),
                judged.doubleDisclosure(),
                judged.disclosure(),
                judged.shownUntil(),
                toSettle,
                judged.lawVersion(),
                judged.rulePack());
    }

    private static List<FieldWarning> warnings(
            List<FieldWarning> read, RecordContent content, Map<Identity, Found> found) {
        if (!at(found, content.subject()).nameDiffers()) {
            return read;
        }
        List<FieldWarning> warnings = new ArrayList<>(read);
        warnings.add(new FieldWarning("subject.name", WarningCode.NAME_DIFFERS));
        return warnings;
    }

    private static Found at(Map<Identity, Found> found, Identity identity) {
        return Objects.requireNonNull(found.get(identity));
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
            var reading = form.read(whole(order.body(), record, kept), order.sender(), false);
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
            boolean settles = order.sender().office() && content.procedure() != null;
            boolean toSettle = Form.sure(reading.judged()).toSettle() && !settles;
            if (indexKeys.matches(record.fingerprint(), content.canonical())
                    && toSettle == record.terms().toSettle()) {
                return new Taken(record.id(), true, reading.warnings());
            }
            Set<Identity> named = new LinkedHashSet<>(Set.of(content.subject()));
            if (content.behind() != null) {
                named.add(content.behind().who());
            }
            Map<Identity, Found> found = subjects.findOrCreate(named);
            Judged judged = Form.sure(reading.judged());
            CreditRecord revised = record.revised(
                    about(content, found),
                    content.behind() == null && DoubleDisclosure.sameLeader(kept.fields(), content.fields())
                            ? record.behind()
                            : behind(content, found),
                    terms(content, judged, toSettle),
                    sealed(record.id(), content, judged),
                    indexKeys.keyedFingerprint(content.canonical()),
                    order.cause().at());
            if (store.update(record, revised, facts.of(EventTypes.RECORD_REVISED, revised), order.cause())) {
                return new Taken(record.id(), false, warnings(reading.warnings(), content, found));
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
        return errors;
    }

    /** The record was wrong: it is shown nowhere any more, and its history stays. */
    public RecordAnswer withdraw(Order order) {
        while (true) {
            Form command = Form.of(order.body());
            String number = order.id() == null ? command.text("number", 128) : "";
            Stored stored = null;
            if (order.id() != null || command.errors().isEmpty()) {
                String id = order.id() == null ? named(command, order, number) : order.id();
                stored = id == null ? null : store.find(id, order.scope());
                if (stored == null) {
                    return RecordAnswer.refused(Refusal.UNKNOWN);
                }
                if (stored.cameOf(order.cause())) {
                    return new Taken(stored.record().id(), false, List.of());
                }
            }
            String reason = command.prose("reason", 2048);
            forbidden
                    .in(reason, Rule.FORBIDDEN)
                    .ifPresent(what -> command.error("reason", ErrorCode.FORBIDDEN_DATA, what.basis()));
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
    private @Nullable String named(Form command, Order order, String number) {
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

    private boolean isWithdrawnFor(CreditRecord record, String reason) {
        return record.state() == RecordState.WITHDRAWN
                && facts.openReason(record.id(), record.remarks().getLast().sealed())
                        .equals(reason);
    }
}
