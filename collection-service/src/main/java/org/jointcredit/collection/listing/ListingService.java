package org.jointcredit.collection.listing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jointcredit.collection.listing.Answer.Taken;
import org.jointcredit.collection.listing.ListingContent.PersonSaid;
import org.jointcredit.collection.listing.ListingStore.Key;
import org.jointcredit.collection.listing.ListingStore.New;
import org.jointcredit.collection.listing.ListingStore.Stored;
import org.jointcredit.collection.listing.Move.Made;
import org.jointcredit.collection.listing.Terms.Decided;
import org.jointcredit.collection.subject.Identity;
import org.jointcredit.collection.subject.Parties;
import org.jointcredit.collection.subject.SubjectStore;
import org.jointcredit.collection.subject.SubjectStore.Found;
import org.jointcredit.collection.submission.Refusal;
import org.jointcredit.collection.submission.Sender;
import org.jointcredit.contract.event.EventIds;
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

/** What departments do with their listings, over REST and Kafka alike (C6). */
@Component
public final class ListingService {
    private final ListingForm listingForm;
    private final ChangeForm changeForm;
    private final EndingForm endingForm;
    private final Prose prose;
    private final ListingStore store;
    private final ListingFacts facts;
    private final SubjectStore subjects;
    private final KeptPersons keptPersons;
    private final Parties parties;
    private final IndexKeys indexKeys;
    private final BusinessClock clock;

    ListingService(
            ListingForm listingForm,
            ChangeForm changeForm,
            EndingForm endingForm,
            Prose prose,
            ListingStore store,
            ListingFacts facts,
            SubjectStore subjects,
            KeptPersons keptPersons,
            Parties parties,
            IndexKeys indexKeys,
            BusinessClock clock) {
        this.listingForm = listingForm;
        this.changeForm = changeForm;
        this.endingForm = endingForm;
        this.prose = prose;
        this.store = store;
        this.facts = facts;
        this.subjects = subjects;
        this.keptPersons = keptPersons;
        this.parties = parties;
        this.indexKeys = indexKeys;
        this.clock = clock;
    }

    /** Something sent by a department. */
    public record Submission(ObjectNode body, Sender sender, Cause cause) {}

    private record Read(Submission submission, ListingForm.Reading reading) {
        Key key() {
            return new Key(submission.sender().department(), reading.number());
        }
    }

    /** New listings, each judged by itself; the answers come in their order. */
    public List<Answer> submit(List<Submission> submissions) {
        Map<Integer, Answer> answers = new HashMap<>();
        Map<Integer, Read> open = new TreeMap<>();
        for (int i = 0; i < submissions.size(); i++) {
            Submission submission = submissions.get(i);
            var reading = listingForm.read(submission.body(), submission.sender());
            if (isYours(reading, submission.sender())) {
                open.put(i, new Read(submission, reading));
            } else {
                answers.put(i, Answer.refused(Refusal.NOT_YOURS, "listType", ErrorCode.NOT_YOURS));
            }
        }
        // whoever loses a race for a number finds it taken in the next round
        while (!open.isEmpty()) {
            Map<Key, Stored> known =
                    store.findAll(open.values().stream().map(Read::key).toList());
            open.forEach((place, read) -> {
                Answer answer = judge(read, known.get(read.key()));
                if (answer != null) {
                    answers.put(place, answer);
                }
            });
            open.keySet().removeAll(answers.keySet());
            answers.putAll(insert(open));
            open.keySet().removeAll(answers.keySet());
        }
        List<Answer> inOrder = new ArrayList<>();
        for (int i = 0; i < submissions.size(); i++) {
            inOrder.add(Objects.requireNonNull(answers.get(i)));
        }
        return inOrder;
    }

    private static Taken taken(Listing listing, boolean unchanged) {
        return new Taken(listing, unchanged, listing.origin().warnings());
    }

    private static boolean isYours(ListingForm.Reading reading, Sender sender) {
        return reading.listType() == null || reading.listType().department().equals(sender.department());
    }

    /** Null: it is new and well. What is known of the number comes before the fields. */
    private @Nullable Answer judge(Read read, @Nullable Stored known) {
        ListingContent content = read.reading().content();
        if (known == null) {
            List<FieldError> errors = read.reading().errors();
            return errors.isEmpty() ? null : new Answer.Refused(Refusal.INVALID, errors);
        }
        boolean same =
                content != null && indexKeys.matches(known.listing().origin().fingerprint(), content.canonical());
        return same
                ? taken(known.listing(), !known.cameOf(read.submission().cause()))
                : Answer.refused(Refusal.DUPLICATE, "number", ErrorCode.DUPLICATE);
    }

    private Map<Integer, Answer> insert(Map<Integer, Read> reads) {
        Map<Identity, LocalDate> named = new LinkedHashMap<>();
        for (Read read : reads.values()) {
            ListingContent content = Form.sure(read.reading().content());
            LocalDate on = content.decision().date();
            Stream.concat(Stream.of(content.subject()), everybody(content.persons()).stream())
                    .forEach(who -> named.merge(who, on, (one, other) -> one.isAfter(other) ? one : other));
        }
        Map<Identity, Found> found = subjects.findOrCreate(named);
        Map<Integer, Listing> opened = new HashMap<>();
        List<New> listings = new ArrayList<>();
        reads.forEach((place, read) -> {
            Made made = open(read, found);
            opened.put(place, made.listing());
            listings.add(
                    new New(made.listing(), facts.of(made), read.submission().cause()));
        });
        Set<String> written = listings.isEmpty() ? Set.of() : store.insert(listings);
        Map<Integer, Answer> answers = new HashMap<>();
        opened.forEach((place, listing) -> {
            if (written.contains(listing.id())) {
                answers.put(place, taken(listing, false));
            }
        });
        return answers;
    }

    private static Map<Identity, LocalDate> on(LocalDate day, List<PersonSaid> persons) {
        Map<Identity, LocalDate> named = new LinkedHashMap<>();
        everybody(persons).forEach(who -> named.put(who, day));
        return named;
    }

    private static List<Identity> everybody(List<PersonSaid> persons) {
        return persons.stream().<Identity>map(PersonSaid::who).toList();
    }

    private Made open(Read read, Map<Identity, Found> found) {
        ListingContent content = Form.sure(read.reading().content());
        ListType listType = Form.sure(read.reading().listType());
        Sender sender = read.submission().sender();
        var origin = new Listing.Origin(
                sender.department(),
                content.number(),
                listType.code(),
                listType.listClass(),
                listType.group(),
                read.reading().lawVersion(),
                indexKeys.keyedFingerprint(content.canonical()),
                read.submission().cause().at(),
                warnings(read.reading().warnings(), content, found));
        var said = content.decision();
        Officers officers = content.officers();
        var decision = new Decided(
                said.document(),
                said.authority(),
                said.date(),
                said.basis(),
                said.facts(),
                officers == null ? sender.name() : officers.proposedBy(),
                officers == null ? null : officers.decidedBy());
        var terms = new Terms(
                parties.of(content.subject(), at(found, content.subject()).id()),
                ifTrue(content.ownEarnings()),
                listed(content.persons(), who -> at(found, who).id()),
                decision,
                content.basedOn(),
                content.effectiveFrom(),
                content.until(),
                content.evidence());
        return Listing.open(EventIds.next(), origin, terms);
    }

    private static List<FieldWarning> warnings(
            List<FieldWarning> read, ListingContent content, Map<Identity, Found> found) {
        List<FieldWarning> warnings = new ArrayList<>(read);
        if (at(found, content.subject()).nameDiffers()) {
            warnings.add(new FieldWarning("subject.name", WarningCode.NAME_DIFFERS));
        }
        warnings.addAll(namesThatDiffer(content.persons(), found));
        return warnings;
    }

    private static List<FieldWarning> namesThatDiffer(List<PersonSaid> persons, Map<Identity, Found> found) {
        List<FieldWarning> warnings = new ArrayList<>();
        for (int i = 0; i < persons.size(); i++) {
            if (at(found, persons.get(i).who()).nameDiffers()) {
                warnings.add(new FieldWarning("persons[" + i + "].name", WarningCode.NAME_DIFFERS));
            }
        }
        return warnings;
    }

    private static Found at(Map<Identity, Found> found, Identity identity) {
        return Objects.requireNonNull(found.get(identity));
    }

    /**
     * A command on a listing.
     *
     * @param id null: the body names the listing by its number
     * @param seen is told the version before the command is judged, and may object
     */
    public record Order(
            ObjectNode body,
            Sender sender,
            Cause cause,
            @Nullable String id,
            LongConsumer seen) {}

    public Answer change(Order order) {
        return carryOut(order, (form, stored) -> {
            Listing listing = stored == null ? null : stored.listing();
            var reading = changeForm.read(
                    form,
                    order.sender(),
                    kind(stored),
                    listing == null ? null : listing.terms().decision().date(),
                    persons -> listing == null || listing.terms().widenedBy(known(persons)));
            if (stored == null) {
                return new Verdict(reading.errors());
            }
            boolean same = matches(stored.listing(), reading.canonical());
            if (same && (order.id() == null || stored.listing().isChangeable())) {
                return new Verdict(new Taken(stored.listing(), true, List.of()));
            }
            if (!stored.listing().isChangeable()) {
                return new Verdict(Answer.refused(Refusal.WRONG_STATE));
            }
            if (!reading.errors().isEmpty()) {
                return new Verdict(reading.errors());
            }
            List<PersonSaid> persons = reading.persons();
            Map<Identity, Found> found = persons == null ? Map.of() : subjects.findOrCreate(on(clock.today(), persons));
            List<FieldWarning> warnings = new ArrayList<>(form.warnings());
            warnings.addAll(persons == null ? List.of() : namesThatDiffer(persons, found));
            return new Verdict(stored.listing().change(change(reading, found, order.sender())), warnings);
        });
    }

    public Answer end(Order order) {
        return carryOut(order, (form, stored) -> {
            var reading = endingForm.read(form, kind(stored));
            if (stored == null) {
                return new Verdict(reading.errors());
            }
            if (order.id() == null && matches(stored.listing(), reading.canonical())) {
                return new Verdict(new Taken(stored.listing(), true, List.of()));
            }
            if (!stored.listing().isEndableBy(reading.reason())) {
                return new Verdict(Answer.refused(Refusal.WRONG_STATE));
            }
            if (!reading.errors().isEmpty()) {
                return new Verdict(reading.errors());
            }
            return new Verdict(
                    stored.listing().end(reading.end(clock.now()), indexKeys.keyedFingerprint(reading.canonical())),
                    form.warnings());
        });
    }

    /** The second officer decides; the body says nothing. */
    public Answer approve(Order order) {
        return carryOut(
                order,
                (_, stored) -> new Verdict(
                        Form.sure(stored).listing().approve(order.sender().name(), clock.today(), clock.now()),
                        List.of()));
    }

    public Answer refuse(Order order) {
        return carryOut(order, (form, stored) -> {
            String reason = prose.about(kind(stored)).reason(form);
            Move move = Form.sure(stored).listing().refuse(order.sender().name(), reason);
            return move instanceof Made && !form.errors().isEmpty()
                    ? new Verdict(form.errors())
                    : new Verdict(move, form.warnings());
        });
    }

    private static @Nullable SubjectKind kind(@Nullable Stored stored) {
        return stored == null ? null : stored.listing().terms().subject().kind();
    }

    /** What came of judging a command: an answer, or a move that is still to be written. */
    private record Verdict(
            @Nullable Answer answer, @Nullable Move move, List<FieldWarning> warnings) {
        Verdict(Answer answer) {
            this(answer, null, List.of());
        }

        Verdict(List<FieldError> errors) {
            this(new Answer.Refused(Refusal.INVALID, errors));
        }

        Verdict(Move move, List<FieldWarning> warnings) {
            this(null, move, warnings);
        }
    }

    private interface Judge {
        /** @param stored null only where the body names no number that could be read */
        Verdict judge(Form form, @Nullable Stored stored);
    }

    /** Judged again on what is stored then, if somebody else was faster. */
    private Answer carryOut(Order order, Judge judge) {
        while (true) {
            Form form = Form.of(order.body());
            String number = order.id() == null ? form.visibleText("number", ListingForm.NUMBER) : "";
            String department = order.sender().department();
            Stored stored = null;
            if (order.id() != null || form.errors().isEmpty()) {
                stored = order.id() == null ? store.find(new Key(department, number)) : store.find(order.id());
                if (stored == null || !stored.listing().origin().department().equals(department)) {
                    return Answer.refused(Refusal.UNKNOWN);
                }
                if (stored.cameOf(order.cause())) {
                    return new Taken(stored.listing(), false, List.of());
                }
                order.seen().accept(stored.listing().version());
                form = Form.of(keptPersons.whole(order.body(), stored.listing()));
            }
            Verdict verdict = judge.judge(form, stored);
            if (verdict.answer() != null) {
                return verdict.answer();
            }
            switch (Form.sure(verdict.move())) {
                case Move.Refused(Refusal reason) -> {
                    return Answer.refused(reason);
                }
                case Made made -> {
                    if (store.update(Form.sure(stored).listing(), made.listing(), facts.of(made), order.cause())) {
                        return new Taken(made.listing(), false, verdict.warnings());
                    }
                }
            }
        }
    }

    private boolean matches(Listing listing, String canonical) {
        String last = listing.lastCommand();
        return last != null && indexKeys.matches(last, canonical);
    }

    private Change change(ChangeForm.Reading reading, Map<Identity, Found> found, Sender sender) {
        Officers officers = reading.officers();
        List<PersonSaid> persons = reading.persons();
        return new Change(
                reading.reason(),
                persons == null ? null : listed(persons, who -> at(found, who).id()),
                reading.facts(),
                reading.evidence(),
                reading.until(),
                officers == null ? sender.name() : officers.proposedBy(),
                officers == null ? null : officers.decidedBy(),
                indexKeys.keyedFingerprint(reading.canonical()));
    }

    /** For judging only: nobody becomes a subject by a change that is refused. */
    private List<ListedPerson> known(List<PersonSaid> persons) {
        Map<String, String> ids = subjects.find(everybody(persons));
        return listed(persons, who -> ids.getOrDefault(who.key(), ""));
    }

    private List<ListedPerson> listed(List<PersonSaid> persons, Function<Identity, String> id) {
        return persons.stream()
                .map(said -> new ListedPerson(
                        parties.of(said.who(), id.apply(said.who())),
                        said.role(),
                        said.directlyResponsible(),
                        ifTrue(said.ownEarnings())))
                .toList();
    }

    private static @Nullable Boolean ifTrue(boolean said) {
        return said ? true : null;
    }
}
