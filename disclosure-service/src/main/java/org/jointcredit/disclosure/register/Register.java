package org.jointcredit.disclosure.register;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.jointcredit.contract.event.ActionChanged;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.RecordCategory;
import org.jointcredit.contract.event.RecordFact;
import org.jointcredit.contract.event.RecordState;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.disclosure.register.PublishedConfiguration.ListType;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.PageOf;
import org.jointcredit.platform.web.Problem;
import org.jointcredit.platform.web.Sorts;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/** 登记: what is known of a subject, and what everybody may know. */
@Component
public final class Register {
    private static final String DECIDED_ON = "decidedOn";
    /** The sorts of records; the latest decision first. */
    public static final Sorts RECORDS = new Sorts(DECIDED_ON + ",desc", Map.of(DECIDED_ON, Shown.RECORD_DECIDED));
    /** The same of listings. */
    public static final Sorts LISTINGS = new Sorts(DECIDED_ON + ",desc", Map.of(DECIDED_ON, Shown.LISTING_DECIDED));

    private static final PageRequest LATEST_RECORD = latest(Shown.RECORD_DECIDED);
    private static final PageRequest LATEST_LISTING = latest(Shown.LISTING_DECIDED);

    private final FactStore<RecordFact> records;
    private final FactStore<ListingFact> listings;
    private final FactStore<ActionChanged> actions;
    private final Marks marks;
    private final SubjectStore subjects;
    private final Views views;
    private final Published<ListType> listTypes;
    private final BusinessClock clock;

    Register(
            FactStore<RecordFact> records,
            FactStore<ListingFact> listings,
            FactStore<ActionChanged> actions,
            Marks marks,
            SubjectStore subjects,
            Views views,
            Published<ListType> listTypes,
            BusinessClock clock) {
        this.records = records;
        this.listings = listings;
        this.actions = actions;
        this.marks = marks;
        this.subjects = subjects;
        this.views = views;
        this.listTypes = listTypes;
        this.clock = clock;
    }

    /** All records of a subject, whole: for itself and those with powers. */
    public PageOf<RecordView> recordsOf(String subject, PageRequest asked) {
        return whole(records.page(Shown.of(subject), asked), subject);
    }

    private PageOf<RecordView> whole(PageOf<RecordFact> found, String subject) {
        Marks.Seen seen = marks.onRecords(found.content(), subject);
        return found.map(fact -> views.whole(fact, seen.of(fact)));
    }

    /** All listings that reach a subject, with what they set off for it: for itself and those with powers. */
    public PageOf<ListingView> listingsOf(String subject, PageRequest asked) {
        var found = listings.page(Shown.reaching(subject), asked);
        Map<String, ActionChanged> setOff = setOff(found.content());
        Marks.Seen seen = marks.onListings(found.content(), setOff.values(), subject);
        return found.map(fact -> views.whole(fact, subject, setOff.get(fact.listing()), seen));
    }

    private Map<String, ActionChanged> setOff(List<ListingFact> by) {
        if (by.isEmpty()) {
            return Map.of();
        }
        Map<String, ActionChanged> setOff = new HashMap<>();
        actions.findAll(in("_id", by.stream().map(ListingFact::listing).toList()))
                .forEach(action -> setOff.put(action.listing(), action));
        return setOff;
    }

    /** What counts of its records today, public or not, whole: for those with powers. */
    public List<RecordView> recordsInForce(String subject) {
        List<RecordFact> found = records.findAll(and(Shown.of(subject), Shown.recordsInForce(clock.today())));
        Marks.Seen seen = marks.onRecords(found, subject);
        return found.stream()
                .map(fact -> views.whole(fact, seen.of(fact)))
                .sorted(Comparator.comparing(RecordView::decidedOn).reversed())
                .toList();
    }

    /**
     * The same by pages.
     *
     * @param opened categories of what is not public that the reader may see
     */
    public PageOf<RecordView> recordsInForce(String subject, List<RecordCategory> opened, PageRequest asked) {
        return whole(
                records.page(and(Shown.of(subject), Shown.recordsInForce(clock.today()), Shown.openTo(opened)), asked),
                subject);
    }

    /** The listings in force today that reach a subject, whole: for those with powers. */
    public List<ListingView> listingsInForce(String subject) {
        List<ListingFact> found = listings.findAll(and(Shown.reaching(subject), Shown.listingsInForce(clock.today())));
        Map<String, ActionChanged> setOff = setOff(found);
        Marks.Seen seen = marks.onListings(found, setOff.values(), subject);
        return found.stream()
                .map(fact -> views.whole(fact, subject, setOff.get(fact.listing()), seen))
                .toList();
    }

    /** Who a subject is, whole: for itself and those with powers. Nothing may be known of it yet. */
    public Optional<SubjectView> wholeSubject(String id) {
        return subjects.find(id).map(this::whole);
    }

    /** The same of one that was found already. */
    public SubjectView whole(Subject subject) {
        return view(subject, nameOf(subject));
    }

    private @Nullable String nameOf(Subject subject) {
        if (subject.kind() == SubjectKind.ORGANISATION) {
            return subject.name();
        }
        String id = subject.id();
        RecordFact record = latestRecord(id);
        ListingFact listing = first(listings.page(Shown.reaching(id), LATEST_LISTING));
        if (listing != null
                && (record == null
                        || record.state() == RecordState.WITHDRAWN
                        || listing.decision().date().isAfter(record.decidedOn()))) {
            return views.nameIn(listing, id);
        }
        return record == null ? null : views.nameIn(record);
    }

    /** What was withdrawn names it only where nothing else does. */
    private @Nullable RecordFact latestRecord(String subject) {
        RecordFact stands = first(records.page(and(Shown.of(subject), Shown.recordsThatStand()), LATEST_RECORD));
        return stands == null ? first(records.page(Shown.of(subject), LATEST_RECORD)) : stands;
    }

    private static PageRequest latest(String decided) {
        return PageRequest.of(0, 1, Sort.by(Sort.Direction.DESC, decided, "_id"));
    }

    private static <T> @Nullable T first(PageOf<T> page) {
        return page.content().isEmpty() ? null : page.content().getFirst();
    }

    PageOf<RecordView> publicRecordsOf(String subject, PageRequest asked) {
        return masked(records.page(publicRecords(subject), asked));
    }

    private Bson publicRecords(String subject) {
        return and(Shown.of(subject), Shown.publicRecords(clock.today()));
    }

    private PageOf<RecordView> masked(PageOf<RecordFact> found) {
        Marks.Seen seen = marks.onRecords(found.content(), null);
        return found.map(fact -> views.masked(fact, seen.of(fact)));
    }

    PageOf<ListingView> publicListingsOf(String subject, PageRequest asked) {
        return maskedListings(listings.page(publicListings(subject), asked));
    }

    private Bson publicListings(String subject) {
        return and(Shown.of(subject), Shown.publicListings(clock.today()));
    }

    private PageOf<ListingView> maskedListings(PageOf<ListingFact> found) {
        Marks.Seen seen = marks.onListings(found.content(), List.of(), null);
        return found.map(fact -> views.masked(fact, seen.of(fact)));
    }

    /** Organisations are public by their registration; a person is shown where something public is said of it. */
    Optional<SubjectView> publicSubject(String id) {
        return subjects.find(id).flatMap(this::shown);
    }

    private Optional<SubjectView> shown(Subject subject) {
        if (subject.kind() == SubjectKind.ORGANISATION) {
            return Optional.of(view(subject, subject.name()));
        }
        return Optional.ofNullable(first(records.page(publicRecords(subject.id()), LATEST_RECORD)))
                .map(fact -> views.masked(fact, List.of()).subject())
                .or(() -> Optional.ofNullable(first(listings.page(publicListings(subject.id()), LATEST_LISTING)))
                        .map(fact -> views.masked(fact, List.of()).subject()))
                .map(masked -> new SubjectView(subject.id(), subject.kind(), null, masked.name(), null));
    }

    PageOf<SubjectView> organisationsNamed(String folded, PageRequest asked) {
        return subjects.named(folded, asked).map(subject -> view(subject, subject.name()));
    }

    Optional<SubjectView> organisationWith(String code) {
        return subjects.findByCode(code).map(subject -> view(subject, subject.name()));
    }

    /** @param macs of name and last four of the number */
    List<SubjectView> persons(List<String> macs) {
        return subjects.findByMacs(macs).stream()
                .filter(subject -> subject.kind() == SubjectKind.PERSON)
                .map(this::shown)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Whether there is such a list.
     *
     * @throws Problem 503 where nobody was ever on it and collection, which publishes what lists there are, is away
     */
    boolean hasList(String listType) {
        return listings.holdsAny(eq(Shown.LIST_TYPE, listType))
                || listTypes.find(listType).isPresent();
    }

    PageOf<ListingView> onList(String listType, PageRequest asked) {
        return maskedListings(listings.page(Shown.onList(listType, clock.today()), asked));
    }

    PageOf<RecordView> doubleDisclosure(
            @Nullable DoubleDisclosure kind, @Nullable LocalDate from, @Nullable LocalDate to, PageRequest asked) {
        return masked(records.page(Shown.doubleDisclosure(kind, from, to, clock.today()), asked));
    }

    private static SubjectView view(Subject subject, @Nullable String name) {
        return new SubjectView(
                subject.id(),
                subject.kind(),
                subject.code(),
                name,
                subject.kind() == SubjectKind.ORGANISATION
                        ? subject.names().stream().map(SubjectView.Named::of).toList()
                        : null);
    }
}
