package org.jointcredit.disclosure.register;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jointcredit.contract.event.ActionChanged;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.Decision;
import org.jointcredit.contract.event.Evidence;
import org.jointcredit.contract.event.ListedSubject;
import org.jointcredit.contract.event.ListingEnd;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.ListingSealed;
import org.jointcredit.contract.event.RecordFact;
import org.jointcredit.contract.event.RecordSealed;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.identity.Masking;
import org.jointcredit.platform.cipher.FieldCipher;
import org.jointcredit.platform.law.Department;
import org.jointcredit.platform.law.Departments;
import org.jointcredit.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The only place that opens what is sealed and says who reads what of it. Everybody: no closed field, no name of a person
 * whole, wherever it stands, and no number in prose (D1, D5, X4). The subject itself and those with powers: all of it.
 */
@Component
public final class Views {
    private final FieldCipher cipher;
    private final Departments departments;
    private final Published<CatalogueItem> items;

    Views(FieldCipher cipher, Departments departments, Published<CatalogueItem> items) {
        this.cipher = cipher;
        this.departments = departments;
        this.items = items;
    }

    /** For the subject itself and those with powers. */
    RecordView whole(RecordFact fact, List<Mark> marks) {
        RecordSealed said = open(fact);
        return record(
                fact, whole(fact.subject(), said.subjectName()), fact.number(), new TreeMap<>(said.fields()), marks);
    }

    /** For everybody. */
    RecordView masked(RecordFact fact, List<Mark> marks) {
        RecordSealed said = open(fact);
        var prose = masking(Stream.concat(
                Stream.ofNullable(said.subjectName()),
                said.personal().stream().map(said.fields()::get).flatMap(Stream::ofNullable)));
        Map<String, String> fields = new TreeMap<>();
        said.fields().forEach((name, value) -> {
            if (!said.closed().contains(name)) {
                fields.put(name, masked(name, value, said, prose));
            }
        });
        return record(fact, masked(fact.subject(), said.subjectName()), Masking.document(fact.number()), fields, marks);
    }

    private static String masked(String field, String value, RecordSealed said, UnaryOperator<String> prose) {
        if (said.personal().contains(field)) {
            return Masking.name(value);
        }
        return said.exact().contains(field) ? Masking.document(value) : prose.apply(value);
    }

    private RecordView record(
            RecordFact fact, SubjectView subject, String number, Map<String, String> fields, List<Mark> marks) {
        var item = items.known(fact.item());
        return new RecordView(
                fact.record(),
                subject,
                number,
                fact.item(),
                item == null ? null : item.name(),
                item == null ? null : item.nameEn(),
                item == null ? null : item.basis(),
                fact.category(),
                fact.doubleDisclosure(),
                fact.provider(),
                name(fact.provider()),
                fact.decidedOn(),
                fact.procedure(),
                fact.state(),
                marks,
                fact.disclosure(),
                fact.shownUntil(),
                fields,
                fact.lawVersion(),
                fact.rulePack(),
                here(fact.publishedAt()),
                here(fact.at()));
    }

    /**
     * For a reader whom the listing reaches.
     *
     * @param reader id of the subject: it reads its own name, and of an organisation's listing all names; somebody who
     *     stands behind it reads the others' masked
     * @param action what the listing has set off, if anything
     */
    ListingView whole(ListingFact fact, String reader, @Nullable ActionChanged action, Marks.Seen marks) {
        ListingSealed said = open(fact);
        boolean own = fact.subject().id().equals(reader);
        return listing(
                fact,
                own || fact.subject().kind() == SubjectKind.ORGANISATION
                        ? whole(fact.subject(), said.subjectName())
                        : masked(fact.subject(), said.subjectName()),
                own ? UnaryOperator.identity() : masking(othersThan(reader, said)),
                own ? UnaryOperator.identity() : Masking::document,
                behind(fact, said, person -> own || person.equals(reader)),
                fact.evidence(),
                said.facts(),
                action == null
                        ? List.of()
                        : action.notices().stream()
                                .filter(notice -> notice.subject().equals(reader))
                                .map(notice -> new ListingView.Measure(
                                        notice.id(),
                                        notice.measure(),
                                        notice.agency(),
                                        name(notice.agency()),
                                        notice.legal(),
                                        marks.ofNotice(notice.id())))
                                .toList(),
                action,
                marks.of(fact));
    }

    /** For everybody. */
    ListingView masked(ListingFact fact, List<Mark> marks) {
        ListingSealed said = open(fact);
        return listing(
                fact,
                masked(fact.subject(), said.subjectName()),
                masking(Stream.concat(Stream.ofNullable(said.subjectName()), othersThan("", said))),
                Masking::document,
                behind(fact, said, _ -> false),
                null,
                said.facts(),
                null,
                null,
                marks);
    }

    private ListingView listing(
            ListingFact fact,
            SubjectView subject,
            UnaryOperator<String> prose,
            UnaryOperator<String> document,
            List<ListingView.Behind> persons,
            @Nullable List<Evidence> evidence,
            String facts,
            @Nullable List<ListingView.Measure> measures,
            @Nullable ActionChanged action,
            List<Mark> marks) {
        return new ListingView(
                fact.listing(),
                subject,
                document.apply(fact.number()),
                fact.listType(),
                fact.listClass(),
                fact.group(),
                fact.department(),
                name(fact.department()),
                decided(fact.decision(), prose, document, prose.apply(facts)),
                fact.effectiveFrom(),
                fact.until(),
                fact.ended() == null ? ListingView.State.PUBLISHED : ListingView.State.ENDED,
                marks,
                ended(fact.ended(), prose, document),
                persons,
                evidence,
                measures,
                action == null ? null : action.holds(),
                fact.lawVersion(),
                here(fact.publishedAt()));
    }

    private static ListingView.@Nullable Ended ended(
            @Nullable ListingEnd end, UnaryOperator<String> prose, UnaryOperator<String> document) {
        if (end == null) {
            return null;
        }
        Decision decision = end.decision();
        return new ListingView.Ended(
                end.reason(), end.on(), decision == null ? null : decided(decision, prose, document, null));
    }

    private static ListingView.Decided decided(
            Decision decision, UnaryOperator<String> prose, UnaryOperator<String> document, @Nullable String facts) {
        return new ListingView.Decided(
                document.apply(decision.document()),
                prose.apply(decision.authority()),
                decision.date(),
                prose.apply(decision.basis()),
                facts);
    }

    private interface Readers {
        boolean mayRead(String person);
    }

    private static List<ListingView.Behind> behind(ListingFact fact, ListingSealed said, Readers readers) {
        Map<String, String> names = new LinkedHashMap<>();
        said.persons()
                .forEach(person -> names.put(
                        person.subject(),
                        readers.mayRead(person.subject()) ? person.name() : Masking.name(person.name())));
        return fact.persons().stream()
                .map(person -> new ListingView.Behind(
                        person.role(), names.getOrDefault(person.subject(), "*"), person.directlyResponsible()))
                .toList();
    }

    private static Stream<String> othersThan(String reader, ListingSealed said) {
        return said.persons().stream()
                .filter(person -> !person.subject().equals(reader))
                .map(ListingSealed.SealedPerson::name);
    }

    /** The name under which a record speaks of a natural person. */
    @Nullable
    String nameIn(RecordFact fact) {
        return open(fact).subjectName();
    }

    /** The name under which a listing speaks of a natural person, be it listed or behind. */
    @Nullable
    String nameIn(ListingFact fact, String person) {
        ListingSealed said = open(fact);
        return fact.subject().id().equals(person)
                ? said.subjectName()
                : said.persons().stream()
                        .filter(behind -> behind.subject().equals(person))
                        .map(ListingSealed.SealedPerson::name)
                        .findFirst()
                        .orElse(null);
    }

    private static UnaryOperator<String> masking(Stream<String> persons) {
        List<String> names = persons.toList();
        return text -> Masking.prose(text, names);
    }

    private static SubjectView whole(ListedSubject subject, @Nullable String person) {
        return new SubjectView(
                subject.id(),
                subject.kind(),
                subject.code(),
                subject.kind() == SubjectKind.PERSON ? person : subject.name(),
                null);
    }

    private static SubjectView masked(ListedSubject subject, @Nullable String person) {
        return subject.kind() == SubjectKind.ORGANISATION
                ? whole(subject, null)
                : new SubjectView(null, subject.kind(), null, person == null ? null : Masking.name(person), null);
    }

    private @Nullable String name(String department) {
        return departments.find(department).map(Department::name).orElse(null);
    }

    private RecordSealed open(RecordFact fact) {
        return ContractJson.mapper()
                .readValue(cipher.open(fact.sealed(), "record", "sealed", fact.record()), RecordSealed.class);
    }

    private ListingSealed open(ListingFact fact) {
        return ContractJson.mapper()
                .readValue(cipher.open(fact.sealed(), "listing", "sealed", fact.listing()), ListingSealed.class);
    }

    private static OffsetDateTime here(Instant at) {
        return OffsetDateTime.ofInstant(at, BusinessClock.ZONE);
    }
}
