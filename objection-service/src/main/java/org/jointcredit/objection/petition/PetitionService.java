package org.jointcredit.objection.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jointcredit.contract.event.Against;
import org.jointcredit.contract.event.Decision;
import org.jointcredit.contract.event.Grant;
import org.jointcredit.contract.event.ListClass;
import org.jointcredit.contract.event.ObjectionOutcome;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.objection.listing.KnownListing;
import org.jointcredit.objection.listing.ListingLookup;
import org.jointcredit.objection.listing.ListingStore;
import org.jointcredit.objection.objection.Hanging;
import org.jointcredit.objection.objection.Reviewable;
import org.jointcredit.objection.objection.Reviewables;
import org.jointcredit.objection.objection.Targets;
import org.jointcredit.objection.petition.PetitionForm.Asked;
import org.jointcredit.objection.petition.PetitionForm.Judged;
import org.jointcredit.objection.record.KnownRecord;
import org.jointcredit.objection.record.RecordLookup;
import org.jointcredit.objection.remedy.CaseNumberStore;
import org.jointcredit.objection.remedy.Due;
import org.jointcredit.objection.remedy.RemedyKind;
import org.jointcredit.objection.remedy.RemedyLaw;
import org.jointcredit.objection.remedy.RemedyTerms;
import org.jointcredit.platform.cipher.IndexKeys;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.json.CanonicalJson;
import org.jointcredit.platform.law.Department;
import org.jointcredit.platform.law.Departments;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.security.RequestIds;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.time.WorkingDays;
import org.jointcredit.platform.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Takes petitions and their decisions (O4, O6, O9). */
@Component
final class PetitionService {
    private static final String OFFICE = "drc";
    private static final String RECORD = "record";
    private static final String LISTING = "listing";
    private static final String KEY = "Idempotency-Key";

    private final PetitionStore store;
    private final Reviewables objections;
    private final Targets targets;
    private final RecordLookup records;
    private final ListingLookup listings;
    private final ListingStore lists;
    private final CaseNumberStore numbers;
    private final RemedyLaw law;
    private final WorkingDays workingDays;
    private final Departments departments;
    private final IndexKeys keys;
    private final BusinessClock clock;

    PetitionService(
            PetitionStore store,
            Reviewables objections,
            Targets targets,
            RecordLookup records,
            ListingLookup listings,
            ListingStore lists,
            CaseNumberStore numbers,
            RemedyLaw law,
            WorkingDays workingDays,
            Departments departments,
            IndexKeys keys,
            BusinessClock clock) {
        this.store = store;
        this.objections = objections;
        this.targets = targets;
        this.records = records;
        this.listings = listings;
        this.lists = lists;
        this.numbers = numbers;
        this.law = law;
        this.workingDays = workingDays;
        this.departments = departments;
        this.keys = keys;
        this.clock = clock;
    }

    /** What a petition is about. */
    private record About(
            @Nullable String department,
            Against of,
            @Nullable String objection) {}

    Petition review(Caller caller, ObjectNode body, @Nullable String key) {
        return ask(RemedyKind.REVIEW, caller, body, key, () -> PetitionForm.review(body));
    }

    Petition repair(Caller caller, ObjectNode body, @Nullable String key) {
        return ask(RemedyKind.REPAIR, caller, body, key, () -> PetitionForm.other(body, RECORD, LISTING));
    }

    Petition exit(Caller caller, ObjectNode body, @Nullable String key) {
        return ask(RemedyKind.EXIT, caller, body, key, () -> PetitionForm.other(body, LISTING));
    }

    private Petition ask(RemedyKind kind, Caller caller, ObjectNode body, @Nullable String key, Supplier<Asked> read) {
        String subject = PetitionScope.subject(caller);
        String id = RequestIds.of(caller, kind.name(), key);
        String canonical = CanonicalJson.of(body);
        Optional<Petition> first = find(kind, id);
        if (first.isPresent()) {
            return sameAs(first.get(), canonical);
        }
        Asked asked = read.get();
        if (asked.named().isEmpty()) {
            asked.form().throwIfAny();
        }
        About about = about(kind, asked, subject);
        asked.form().throwIfAny();
        Petition received = received(id, kind, subject, about, asked, canonical);
        String slot = received.slot();
        if (slot != null && store.isTaken(slot)) { // before it gets a number
            throw taken(kind);
        }
        var cause = Cause.first("subject", received.receivedAt()).from(caller.address());
        Petition numbered = numbered(received);
        if (!store.insert(PetitionChange.kept(numbered, PetitionChange.RECEIVED, basis(kind), cause))) {
            return find(kind, id).map(faster -> sameAs(faster, canonical)).orElseThrow(() -> taken(kind));
        }
        return numbered;
    }

    private static Problem taken(RemedyKind kind) {
        return kind == RemedyKind.REVIEW ? Problem.duplicate("objection") : Problem.wrongState("detail.petition.open");
    }

    private About about(RemedyKind kind, Asked asked, String subject) {
        if (kind == RemedyKind.REVIEW) {
            return reviewed(asked.named(), subject);
        }
        About about = asked.field().equals(RECORD) ? record(asked, subject) : listing(kind, asked, subject);
        if (kind == RemedyKind.REPAIR && lists.isSevere(subject, clock.today())) {
            asked.form().error(asked.field(), ErrorCode.NO_BASIS, "A29");
        }
        return about;
    }

    private About reviewed(String named, String subject) {
        Reviewable objection = objections
                .find(named)
                .filter(found -> found.subject().equals(subject))
                .orElseThrow(Problem::unknown);
        if (!objection.decided()) {
            throw Problem.wrongState("detail.review.undecided");
        }
        return new About(objection.department(), objection.against(), objection.id());
    }

    private About record(Asked asked, String subject) {
        KnownRecord record = records.find(asked.named())
                .filter(found -> found.subject().equals(subject))
                .orElseThrow(Problem::unknown);
        if (record.isGone()) {
            throw Problem.wrongState("detail.petition.over");
        }
        return new About(record.provider(), new Against(Against.Kind.RECORD, record.id()), null);
    }

    private About listing(RemedyKind kind, Asked asked, String subject) {
        KnownListing listing = listings.find(asked.named())
                .filter(found -> found.subject().equals(subject))
                .orElseThrow(Problem::unknown);
        if (listing.ended() != null) {
            throw Problem.wrongState("detail.petition.over");
        }
        // who is on a red list has breached nothing
        if (kind == RemedyKind.REPAIR && listing.listClass() != ListClass.REFERENCE) {
            asked.form().error(asked.field(), ErrorCode.NO_BASIS, "A29");
        }
        return new About(listing.department(), new Against(Against.Kind.LISTING, listing.id()), null);
    }

    private Petition received(String id, RemedyKind kind, String subject, About about, Asked asked, String canonical) {
        LocalDate today = clock.today();
        RemedyTerms terms = law.of(kind, today);
        return new Petition(
                id,
                "",
                kind,
                subject,
                about.department(),
                about.of(),
                about.objection(),
                asked.grounds(),
                asked.proofs(),
                now(),
                Due.after(today, terms.workingDays(), terms.remindBefore(), workingDays),
                null,
                null,
                null,
                Hanging.NOTHING,
                law.version(today),
                keys.keyedFingerprint(canonical));
    }

    private Petition numbered(Petition received) {
        return received.number(numbers.next(received.kind(), received.due().from()));
    }

    /** By an approver of the department that found the breach, or listed. */
    Petition grant(RemedyKind kind, String id, Caller caller, Supplier<ObjectNode> body) {
        Petition known = known(kind, id, caller);
        ObjectNode sent = body.get();
        mustBeOpen(known);
        Judged judged = PetitionForm.granted(sent);
        if (kind == RemedyKind.REPAIR && Grant.GRANTED.name().equals(judged.outcome()) && isSevereNow(known)) {
            throw Problem.invalid(List.of(new FieldError("outcome", ErrorCode.NO_BASIS, null, "A29")));
        }
        Award award = award(known, judged, caller, known.department());
        return store.change(id, before -> {
            mustBeOpen(before);
            return Optional.of(PetitionChange.told(
                    before.decided(award, Hanging.NOTHING), PetitionChange.DECIDED, judged.basis(), cause(caller)));
        });
    }

    private boolean isSevereNow(Petition petition) {
        return lists.isSevere(petition.subject(), clock.today());
    }

    /** By a reviewer who had no part in what is reviewed; without an outcome he orders a hold. */
    Petition review(String id, Caller caller, Supplier<ObjectNode> body) {
        Petition known = known(RemedyKind.REVIEW, id, caller);
        mustHaveHadNoPart(known, caller);
        ObjectNode sent = body.get();
        mustBeOpen(known);
        Judged judged = PetitionForm.reviewed(sent, known.of().kind() != Against.Kind.MISSING);
        String outcome = judged.outcome();
        if (outcome == null) {
            return hold(id, judged, caller);
        }
        ObjectionOutcome result = ObjectionOutcome.valueOf(outcome);
        Award award = award(known, judged, caller, OFFICE);
        store.change(id, before -> {
            mustBeOpen(before);
            return Optional.of(PetitionChange.told(
                    before.decided(award, targets.after(result, before.of())),
                    PetitionChange.DECIDED,
                    judged.basis(),
                    cause(caller)));
        });
        return settle(id, cause(caller));
    }

    private Petition hold(String id, Judged judged, Caller caller) {
        return store.change(id, before -> {
            mustBeOpen(before);
            return before.hanging().holding()
                    ? Optional.empty()
                    : Optional.of(PetitionChange.told(
                            before.hanging(new Hanging(true, List.of(), null)),
                            PetitionChange.HELD,
                            judged.basis(),
                            cause(caller)));
        });
    }

    /** Lets go of what stays held after a review, once the owners have done what it asks of them (decision 11). */
    Petition settle(String id, Cause cause) {
        return store.change(id, before -> {
            Award award = before.award();
            return award == null
                            || !before.hanging().holding()
                            || !targets.isDone(ObjectionOutcome.valueOf(award.outcome()), before.of(), before.hanging())
                    ? Optional.empty()
                    : Optional.of(PetitionChange.told(
                            before.hanging(before.hanging().letGo()), PetitionChange.RELEASED, "P5.8", cause));
        });
    }

    private void mustHaveHadNoPart(Petition review, Caller caller) {
        Reviewable objection = objections
                .find(String.valueOf(review.objection()))
                .orElseThrow(() -> new IllegalStateException("a review without its objection"));
        if (objection.hands().contains(caller.username()) || objection.hands().contains(caller.displayName())) {
            throw Problem.fourEyes("");
        }
    }

    private Award award(Petition known, Judged judged, Caller caller, @Nullable String department) {
        String authority = department == null
                ? OFFICE
                : departments.find(department).map(Department::name).orElse(department);
        return new Award(
                String.valueOf(judged.outcome()),
                judged.reasons(),
                new Decision(known.number(), authority, clock.today(), judged.basis()),
                caller.username(),
                now());
    }

    private Petition known(RemedyKind kind, String id, Caller caller) {
        return store.find(kind, id, PetitionScope.of(caller))
                .orElseThrow(Problem::unknown)
                .petition();
    }

    private Optional<Petition> find(RemedyKind kind, String id) {
        return store.find(kind, id, PetitionScope.ALL).map(PetitionStore.Told::petition);
    }

    private Petition sameAs(Petition first, String canonical) {
        if (!keys.matches(first.fingerprint(), canonical)) {
            throw Problem.duplicate(KEY);
        }
        return first;
    }

    private static void mustBeOpen(Petition petition) {
        if (!petition.isOpen()) {
            throw Problem.wrongState("detail.petition.decided");
        }
    }

    private String basis(RemedyKind kind) {
        return law.of(kind, clock.today()).basis();
    }

    private Cause cause(Caller caller) {
        return Cause.first(caller.username(), now()).from(caller.address());
    }

    /** As it is kept, so that the first answer can be given again. */
    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
