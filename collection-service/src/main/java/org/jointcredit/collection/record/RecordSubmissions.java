package org.jointcredit.collection.record;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jointcredit.collection.record.RecordAnswer.Refused;
import org.jointcredit.collection.record.RecordAnswer.Taken;
import org.jointcredit.collection.record.RecordStore.Key;
import org.jointcredit.collection.record.RecordStore.Known;
import org.jointcredit.collection.record.RecordStore.New;
import org.jointcredit.collection.subject.Identity;
import org.jointcredit.collection.subject.SubjectStore;
import org.jointcredit.collection.subject.SubjectStore.Found;
import org.jointcredit.collection.subject.SubjectStore.Look;
import org.jointcredit.collection.submission.Refusal;
import org.jointcredit.collection.submission.Sender;
import org.jointcredit.contract.event.EventIds;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.RecordState;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.platform.cipher.IndexKeys;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** New records, over REST, Kafka and in files alike (C2). */
@Component
public final class RecordSubmissions {
    /** What was erased does not come back by being sent again (C2). */
    private static final RecordAnswer ERASED =
            new Refused(Refusal.WRONG_STATE, List.of(new FieldError("number", ErrorCode.WRONG_STATE, null, "A28")));

    private final RecordForm form;
    private final RecordStore store;
    private final ErasedStore erased;
    private final Prints prints;
    private final RecordFacts facts;
    private final RecordParts parts;
    private final SubjectStore subjects;
    private final Lateness lateness;
    private final QualityStore quality;
    private final IndexKeys indexKeys;
    private final BusinessClock clock;

    RecordSubmissions(
            RecordForm form,
            RecordStore store,
            ErasedStore erased,
            Prints prints,
            RecordFacts facts,
            RecordParts parts,
            SubjectStore subjects,
            Lateness lateness,
            QualityStore quality,
            IndexKeys indexKeys,
            BusinessClock clock) {
        this.form = form;
        this.store = store;
        this.erased = erased;
        this.prints = prints;
        this.facts = facts;
        this.parts = parts;
        this.subjects = subjects;
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
     * @param layout of the file whose row it is; null: not of a file. A field that the layout does not have is no member
     *     of {@code fields}, and no rule on it holds; an empty cell is a member with an empty text. There are no {@code
     *     ownEarnings}, and the day of the decision stands in for the end of the behaviour
     * @param batch id of the batch it came with
     */
    public record Submission(
            ObjectNode body,
            Sender sender,
            Cause cause,
            @Nullable String layout,
            @Nullable String batch) {
        boolean fromFile() {
            return layout != null;
        }
    }

    /**
     * Whose something is, though it was refused.
     *
     * @param provider code of the department
     * @param prints of its record, by which it is found once that is erased; none where it cannot be told which that is
     */
    public record Whose(String provider, List<String> prints) {}

    private record Read(Submission submission, RecordForm.Reading reading, List<String> prints) {
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
                count(submission, submission.sender().department(), refused);
            } else {
                open.put(i, new Read(submission, reading, prints(reading.content())));
            }
        }
        Map<Integer, Read> all = Map.copyOf(open);
        // whoever loses a race for a number finds it taken in the next round
        while (!open.isEmpty()) {
            Look look = subjects.look(named(open.values()));
            Map<Key, Known> known = store.known(keys(open, look));
            Set<String> gone = erased.among(open.values().stream()
                    .flatMap(read -> read.prints().stream())
                    .toList());
            open.forEach((place, read) -> {
                RecordAnswer answer =
                        read.prints().stream().anyMatch(gone::contains) ? ERASED : judge(read, known, look);
                if (answer != null) {
                    answers.put(place, answer);
                }
            });
            open.keySet().removeAll(answers.keySet());
            answers.putAll(insert(firstOfEach(open), look));
            open.keySet().removeAll(answers.keySet());
        }
        all.forEach((place, read) -> {
            if (answers.get(place) instanceof Refused) {
                count(read.submission(), read.reading().provider(), refused);
            }
        });
        quality.add(YearMonth.from(clock.today()), refused);
        List<RecordAnswer> inOrder = new ArrayList<>();
        for (int i = 0; i < submissions.size(); i++) {
            inOrder.add(Objects.requireNonNull(answers.get(i)));
        }
        return inOrder;
    }

    public Whose whose(Submission submission) {
        var reading = form.read(submission.body(), submission.sender(), submission.fromFile());
        String key = reading.key();
        Identity subject = reading.subject();
        return new Whose(
                reading.provider(), key == null ? List.of() : prints.of(key, subject == null ? null : subject.key()));
    }

    /** Which of these prints are of records that were erased meanwhile. */
    public Set<String> erased(List<String> prints) {
        return erased.among(prints);
    }

    private List<String> prints(@Nullable RecordContent content) {
        return content == null
                ? List.of()
                : prints.of(content.key(), content.subject().key());
    }

    /** A batch counts its refused rows itself, with those of which no record could be made. */
    private static void count(Submission submission, String provider, Map<String, Integer> refused) {
        if (submission.batch() == null) {
            refused.merge(provider, 1, Integer::sum);
        }
    }

    private static Set<Identity> named(Collection<Read> reads) {
        Set<Identity> named = new LinkedHashSet<>();
        for (Read read : reads) {
            RecordContent content = read.reading().content();
            if (content != null) {
                named.addAll(RecordParts.named(content).keySet());
            }
        }
        return named;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Set<Key> keys(Map<Integer, Read> reads, Look look) {
        Set<Key> keys = new LinkedHashSet<>();
        reads.values().forEach(read -> {
            Key key = key(read, look);
            if (key != null) {
                keys.add(key);
            }
        });
        return keys;
    }

    private static @Nullable Key key(Read read, Look look) {
        RecordContent content = read.reading().content();
        String subject = content == null ? null : look.id(content.subject());
        return content == null || subject == null ? null : new Key(content.key(), subject);
    }

    /** Its twin finds it taken in the next round, and so is refused before it could name anybody. */
    private static Map<Integer, Read> firstOfEach(Map<Integer, Read> open) {
        Set<String> seen = new HashSet<>();
        Map<Integer, Read> first = new TreeMap<>();
        open.forEach((place, read) -> {
            if (seen.add(read.content().key() + '|' + read.content().subject().key())) {
                first.put(place, read);
            }
        });
        return first;
    }

    /** Null: it is new and well. What is known of the number comes before the fields. */
    private @Nullable RecordAnswer judge(Read read, Map<Key, Known> known, Look look) {
        Key key = key(read, look);
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

    /** Who is named in what is taken becomes a subject, and nobody else. */
    private Map<Integer, RecordAnswer> insert(Map<Integer, Read> reads, Look look) {
        if (reads.isEmpty()) {
            return Map.of();
        }
        Map<Identity, LocalDate> said = new LinkedHashMap<>();
        reads.values()
                .forEach(read -> RecordParts.named(read.content())
                        .forEach((who, on) -> said.merge(who, on, RecordSubmissions::later)));
        Map<Identity, Found> found = subjects.findOrCreate(said, look);
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
        Set<String> written = store.insert(records);
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
                submission.layout(),
                RecordParts.warnings(read.reading().warnings(), content, found));
        return new CreditRecord(
                id,
                1,
                origin,
                RecordState.PUBLISHED,
                parts.about(content, found),
                RecordParts.behind(content, found),
                RecordParts.terms(content, judged, judged.toSettle(), false),
                parts.sealed(id, content, judged),
                List.of(),
                List.of(),
                null,
                fingerprint,
                submission.cause().at());
    }
}
