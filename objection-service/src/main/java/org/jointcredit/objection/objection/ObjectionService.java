package org.jointcredit.objection.objection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.jointcredit.platform.security.Role.CREDIT_OFFICER;
import static org.jointcredit.platform.security.Role.REPORTER;
import static org.jointcredit.platform.security.Role.SYSTEM;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jointcredit.contract.event.Against;
import org.jointcredit.contract.event.Decision;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.objection.objection.ObjectionForm.Decided;
import org.jointcredit.objection.objection.ObjectionForm.Filed;
import org.jointcredit.objection.objection.ObjectionForm.Found;
import org.jointcredit.objection.objection.SubjectLookup.Answer;
import org.jointcredit.objection.remedy.CaseNumbers;
import org.jointcredit.objection.remedy.Due;
import org.jointcredit.objection.remedy.RemedyKind;
import org.jointcredit.objection.remedy.RemedyLaw;
import org.jointcredit.objection.remedy.RemedyTerms;
import org.jointcredit.platform.cipher.IndexKeys;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.form.Form;
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

/** Takes objections, and what the provider and the credit office say to them (O1, O2, O3). */
@Component
final class ObjectionService {
    private static final String OFFICE = "drc";
    private static final String NUMBER = "number";
    private static final String SUBJECT = "subject";

    private final ObjectionStore store;
    private final EvidenceStore evidence;
    private final Targets targets;
    private final SubjectLookup subjects;
    private final FilingPace pace;
    private final Settlement settlement;
    private final CaseNumbers numbers;
    private final RemedyLaw law;
    private final WorkingDays workingDays;
    private final Departments departments;
    private final IndexKeys keys;
    private final BusinessClock clock;

    ObjectionService(
            ObjectionStore store,
            EvidenceStore evidence,
            Targets targets,
            SubjectLookup subjects,
            FilingPace pace,
            Settlement settlement,
            CaseNumbers numbers,
            RemedyLaw law,
            WorkingDays workingDays,
            Departments departments,
            IndexKeys keys,
            BusinessClock clock) {
        this.store = store;
        this.evidence = evidence;
        this.targets = targets;
        this.subjects = subjects;
        this.pace = pace;
        this.settlement = settlement;
        this.numbers = numbers;
        this.law = law;
        this.workingDays = workingDays;
        this.departments = departments;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * @param body read only once it is known who asks
     * @param key the caller's idempotency key
     */
    Objection file(Caller caller, Supplier<ObjectNode> body, @Nullable String key) {
        Filer filer = filer(caller);
        if (filer == Filer.SUBJECT) {
            pace.count(Scope.subject(caller));
        }
        ObjectNode sent = body.get();
        Filed filed = ObjectionForm.filed(sent, filer == Filer.OFFICE, file -> piece(file, caller));
        String id = filed.number() == null
                ? RequestIds.of(caller, "objection", key)
                : numbered(filer, caller, filed.number());
        String keyed = filed.number() == null ? "Idempotency-Key" : NUMBER;
        String canonical = CanonicalJson.of(sent);
        Optional<Objection> first = find(id);
        if (first.isPresent()) {
            return sameAs(first.get(), canonical, keyed);
        }
        Target target = target(caller, filer, filed);
        Objection received = received(id, caller, filer, filed, target, canonical);
        if (!store.insert(ObjectionChange.told(received, Timeline.RECEIVED, "A30", cause(caller, filer)))) {
            return find(id).map(faster -> sameAs(faster, canonical, keyed))
                    .orElseThrow(() -> Problem.wrongState("detail.objection.open"));
        }
        return received;
    }

    /** A file that was handed in to a case of which the caller may know. */
    private Optional<Piece> piece(String file, Caller caller) {
        return evidence.find(file)
                .filter(kept -> store.find(kept.objection(), Scope.of(caller)).isPresent())
                .map(kept -> new Piece("", kept.sha256(), kept.id()));
    }

    private static Filer filer(Caller caller) {
        return caller.has(CREDIT_OFFICER)
                ? Filer.OFFICE
                : caller.has(SYSTEM, REPORTER) ? Filer.DEPARTMENT : Filer.SUBJECT;
    }

    /** A number belongs to who gave it. */
    private static String numbered(Filer filer, Caller caller, String number) {
        String whose = filer == Filer.SUBJECT ? Scope.subject(caller) : caller.dept();
        return UUID.nameUUIDFromBytes(String.join("\n", "objection", filer.name(), whose, number)
                        .getBytes(UTF_8))
                .toString();
    }

    private Optional<Objection> find(String id) {
        return store.find(id, Scope.ALL).map(ObjectionStore.Told::objection);
    }

    private Objection sameAs(Objection first, String canonical, String field) {
        if (!keys.matches(first.filing().fingerprint(), canonical)) {
            throw Problem.duplicate(field);
        }
        return first;
    }

    /**
     * What it is against, with the subject whose right it is in the first place.
     *
     * @throws Problem 404, 409 or 422, in this order
     */
    private Target target(Caller caller, Filer filer, Filed filed) {
        List<FieldError> errors = new ArrayList<>(filed.errors());
        String subject = subject(caller, filer, filed, errors);
        Against.Kind kind = filed.kind();
        String named = filed.id();
        if (kind == null
                || (named == null && kind != Against.Kind.MISSING)
                || errors.stream().anyMatch(ObjectionService::isOfSubject)) {
            throw Problem.invalid(errors);
        }
        if (named == null) {
            refuse(errors);
            return new Target(
                    new Against(Against.Kind.MISSING, null),
                    filer == Filer.DEPARTMENT ? caller.dept() : null,
                    List.of(Form.sure(subject)),
                    false);
        }
        Target target = targets.find(kind, named)
                .filter(found -> filer != Filer.DEPARTMENT || caller.dept().equals(found.department()))
                .filter(found -> subject == null || found.subjects().contains(subject))
                .orElseThrow(Problem::unknown);
        String whose = subject == null ? target.subjects().getFirst() : subject;
        judge(target, whose, filed);
        refuse(errors);
        return new Target(target.against(), target.department(), List.of(whose), false);
    }

    /** @return null where it cannot be told, or need not: a department's own record says whose it is */
    private @Nullable String subject(Caller caller, Filer filer, Filed filed, List<FieldError> errors) {
        if (filer == Filer.SUBJECT) {
            return Scope.subject(caller);
        }
        if (filed.subject() == null) {
            if (filed.kind() == Against.Kind.MISSING
                    && filer == Filer.DEPARTMENT
                    && errors.stream().noneMatch(ObjectionService::isOfSubject)) {
                errors.add(new FieldError(SUBJECT, ErrorCode.REQUIRED));
            }
            return null;
        }
        return switch (subjects.find(filed.subject(), SUBJECT)) {
            case Answer.Known(String id) -> id;
            case Answer.Unclear(List<FieldError> why) -> {
                errors.addAll(why);
                yield null;
            }
        };
    }

    private static boolean isOfSubject(FieldError error) {
        return error.field().equals(SUBJECT) || error.field().startsWith(SUBJECT + ".");
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    /** What was decided is not opened again without new evidence; there is the way of review (A31). */
    private void judge(Target target, String subject, Filed filed) {
        if (target.over()) {
            throw Problem.wrongState("detail.objection.over");
        }
        if (store.isOpen(subject, target.against())) {
            throw Problem.wrongState("detail.objection.open");
        }
        Optional<Set<String>> judged = store.judgedEvidence(subject, target.against());
        if (judged.isPresent()
                && filed.evidence().stream().allMatch(piece -> judged.get().contains(piece.sha256()))) {
            throw Problem.wrongState("detail.objection.decided");
        }
    }

    private Objection received(String id, Caller caller, Filer filer, Filed filed, Target target, String canonical) {
        LocalDate today = clock.today();
        RemedyTerms terms = law.of(RemedyKind.OBJECTION, today);
        var verification = terms.verification();
        return new Objection(
                id,
                filed.number() == null ? numbers.next(RemedyKind.OBJECTION, today) : filed.number(),
                new Filing(
                        filer,
                        target.subjects().getFirst(),
                        caller.username(),
                        filer == Filer.SUBJECT ? null : caller.dept(),
                        now(),
                        keys.keyedFingerprint(canonical)),
                target.department(),
                target.against(),
                Form.sure(filed.claim()),
                filed.statement(),
                filed.evidence(),
                Due.after(today, terms.workingDays(), terms.remindBefore(), workingDays),
                target.department() == null || verification == null
                        ? null
                        : Due.after(today, verification.workingDays(), verification.remindBefore(), workingDays),
                null,
                null,
                null,
                new Hanging(target.against().kind() != Against.Kind.MISSING, List.of(), null),
                List.of(),
                law.version(today));
    }

    Objection verify(String id, Caller caller, Supplier<ObjectNode> body) {
        Objection known = known(id, Scope.of(caller));
        ObjectNode sent = body.get();
        mayBeVerified(known);
        Found found = ObjectionForm.found(sent, caller.has(SYSTEM), file -> piece(file, caller));
        var verification = new Verification(
                found.finding(), found.statement(), found.evidence(), caller.username(), found.officer(), now());
        return change(id, before -> {
            mayBeVerified(before);
            return ObjectionChange.kept(
                    before.verified(verification), Timeline.VERIFIED, "A30", cause(caller, Filer.DEPARTMENT));
        });
    }

    private static void mayBeVerified(Objection objection) {
        mustBeOpen(objection);
        if (objection.verification() != null) {
            throw Problem.wrongState("detail.objection.verified");
        }
    }

    Objection decide(String id, Caller caller, Supplier<ObjectNode> body) {
        Objection known = known(id, Scope.of(caller));
        mustBeAnother(known, caller);
        ObjectNode sent = body.get();
        mustBeOpen(known);
        Decided decided = ObjectionForm.decided(sent);
        LocalDate today = clock.today();
        var ruling = new Ruling(
                decided.outcome(),
                decided.reasons(),
                new Decision(
                        known.number(),
                        departments.find(OFFICE).map(Department::name).orElse(OFFICE),
                        today,
                        decided.basis()),
                caller.username(),
                now());
        Cause cause = cause(caller, Filer.OFFICE);
        change(id, before -> {
            mustBeAnother(before, caller);
            mustBeOpen(before);
            return ObjectionChange.told(
                    before.decided(ruling, targets.after(decided.outcome(), before.against())),
                    Timeline.DECIDED,
                    decided.basis(),
                    cause);
        });
        return settlement.settle(id, cause);
    }

    private static void mustBeAnother(Objection objection, Caller caller) {
        if (objection.hasHandOf(caller.username(), caller.displayName())) {
            throw Problem.fourEyes("");
        }
    }

    Objection withdraw(String id, Caller caller) {
        Objection known = known(id, Scope.of(caller));
        Filer filer = filer(caller);
        if (!mayWithdraw(known.filing(), filer, caller)) {
            throw Problem.forbidden();
        }
        return change(id, before -> {
            mustBeOpen(before);
            return ObjectionChange.told(before.withdrawn(now()), Timeline.WITHDRAWN, "A30", cause(caller, filer));
        });
    }

    /** Who filed it, and the subject also what the office filed for it. */
    private static boolean mayWithdraw(Filing filing, Filer filer, Caller caller) {
        return switch (filing.filer()) {
            case SUBJECT -> filer == Filer.SUBJECT;
            case OFFICE -> filer != Filer.DEPARTMENT;
            case DEPARTMENT -> filer == Filer.DEPARTMENT && caller.dept().equals(filing.dept());
        };
    }

    /** Puts a file that was handed in beside what the parties named. */
    void handedIn(String id, Piece piece, Caller caller) {
        store.change(id, before -> {
            mustBeOpen(before);
            return before.evidence().contains(piece)
                    ? Optional.empty()
                    : Optional.of(ObjectionChange.kept(
                            before.with(piece), Timeline.EVIDENCE, "A30", cause(caller, filer(caller))));
        });
    }

    /** An open one that the caller may know of. */
    Objection open(String id, Caller caller) {
        Objection known = known(id, Scope.of(caller));
        mustBeOpen(known);
        return known;
    }

    private Objection known(String id, Scope scope) {
        return store.find(id, scope).orElseThrow(Problem::unknown).objection();
    }

    private Objection change(String id, Function<Objection, ObjectionChange> change) {
        return store.change(id, before -> Optional.of(change.apply(before)));
    }

    private static void mustBeOpen(Objection objection) {
        if (!objection.isOpen()) {
            throw Problem.wrongState("detail.objection.closed");
        }
    }

    private Cause cause(Caller caller, Filer filer) {
        return Cause.first(filer == Filer.SUBJECT ? SUBJECT : caller.username(), now())
                .from(caller.address());
    }

    /** As it is kept, so that the first answer can be given again. */
    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
