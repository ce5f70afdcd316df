package org.jointcredit.collection.record;

import static org.jointcredit.platform.security.Role.CREDIT_OFFICER;
import static org.jointcredit.platform.security.Role.REPORTER;
import static org.jointcredit.platform.security.Role.SYSTEM;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import org.jointcredit.collection.record.RecordCommands.Order;
import org.jointcredit.collection.record.RecordStore.Stored;
import org.jointcredit.collection.record.RecordStore.Wanted;
import org.jointcredit.collection.record.RecordSubmissions.Submission;
import org.jointcredit.collection.record.RecordView.RecordSubject;
import org.jointcredit.collection.submission.Refusal;
import org.jointcredit.collection.submission.Scope;
import org.jointcredit.collection.submission.Sender;
import org.jointcredit.contract.event.Disclosure;
import org.jointcredit.contract.event.Procedure;
import org.jointcredit.contract.event.RecordCategory;
import org.jointcredit.contract.event.RecordState;
import org.jointcredit.contract.problem.FieldWarning;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.security.Allowed;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.ErrorTexts;
import org.jointcredit.platform.web.Etag;
import org.jointcredit.platform.web.PageOf;
import org.jointcredit.platform.web.Paging;
import org.jointcredit.platform.web.Problem;
import org.jointcredit.platform.web.RequestJson;
import org.jointcredit.platform.web.Sorts;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Records over REST (C2). */
@RestController
@RequestMapping("/api/collection/records")
final class RecordController {
    private static final Sorts SORTS = Sorts.of(RecordStore.CREATED_AT).with("number", RecordStore.NUMBER);

    private final RecordSubmissions submissions;
    private final RecordCommands commands;
    private final RecordStore store;
    private final ErasedStore erased;
    private final RecordFacts facts;
    private final ErrorTexts texts;
    private final Looks looks;
    private final BusinessClock clock;

    RecordController(
            RecordSubmissions submissions,
            RecordCommands commands,
            RecordStore store,
            ErasedStore erased,
            RecordFacts facts,
            ErrorTexts texts,
            Looks looks,
            BusinessClock clock) {
        this.submissions = submissions;
        this.commands = commands;
        this.store = store;
        this.erased = erased;
        this.facts = facts;
        this.texts = texts;
        this.looks = looks;
        this.clock = clock;
    }

    /** One of many: names of persons are masked. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RecordSummary(
            String id,
            String number,
            String item,
            String provider,
            RecordSubject subject,
            LocalDate decidedOn,
            @Nullable Procedure procedure,
            @Nullable RecordCategory category,
            Disclosure disclosure,
            @Nullable LocalDate shownUntil,
            boolean toSettle,
            CreditRecord.@Nullable Lateness lateness,
            RecordState state,
            Instant createdAt,
            long version) {
        static RecordSummary of(CreditRecord record, RecordFacts facts) {
            CreditRecord.Terms terms = record.terms();
            String personsName = record.subject().name() != null
                    ? null
                    : facts.open(record.id(), record.sealed()).subjectName();
            return new RecordSummary(
                    record.id(),
                    record.origin().number(),
                    record.origin().item(),
                    record.origin().provider(),
                    RecordSubject.masked(record.subject(), personsName),
                    terms.decidedOn(),
                    terms.procedure(),
                    terms.category(),
                    terms.disclosure(),
                    terms.shownUntil(),
                    terms.toSettle(),
                    record.origin().lateness(),
                    record.state(),
                    record.origin().createdAt(),
                    record.version());
        }
    }

    @Allowed({SYSTEM, REPORTER, CREDIT_OFFICER})
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RecordView> submit(RequestJson json, Caller caller, Locale language) {
        var submission = new Submission(json.object(), Sender.of(caller), cause(caller), null, null);
        return answer(submissions.submit(List.of(submission)).getFirst(), caller, language, HttpStatus.CREATED);
    }

    @Allowed({SYSTEM, REPORTER, CREDIT_OFFICER})
    @GetMapping
    PageOf<RecordSummary> list(
            @RequestParam @Nullable String item,
            @RequestParam @Nullable String provider,
            @RequestParam @Nullable String number,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String toSettle,
            @ParameterObject Paging paging,
            Caller caller) {
        if (toSettle != null && !toSettle.equals("true")) {
            throw Problem.badParameter("toSettle");
        }
        var wanted = new Wanted(item, provider, number, state(state), toSettle != null);
        return store.page(wanted, scope(caller), paging.in(SORTS)).map(record -> RecordSummary.of(record, facts));
    }

    /** @param asOf a moment, or a day (its end): the record as it was then */
    @Allowed({SYSTEM, REPORTER, CREDIT_OFFICER})
    @GetMapping("/{id}")
    ResponseEntity<RecordView> one(
            @PathVariable String id, @RequestParam @Nullable String asOf, Caller caller, Locale language) {
        Stored stored = stored(id, caller);
        looks.log(stored.record(), caller);
        RecordView view;
        if (asOf == null) {
            view = view(stored, stored.record().origin().warnings(), language);
        } else {
            view = RecordView.of(stored.record(), facts, stored.journal(), moment(asOf));
            if (view == null) {
                throw Problem.unknown();
            }
        }
        return ResponseEntity.ok().eTag(Etag.of(view.version())).body(view);
    }

    @Allowed({SYSTEM, REPORTER, CREDIT_OFFICER})
    @PutMapping("/{id}")
    ResponseEntity<RecordView> revise(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            RequestJson json,
            Caller caller,
            Locale language) {
        stored(id, caller);
        LongConsumer seen = version -> {
            if (caller.has(SYSTEM)) {
                Etag.accept(ifMatch, version);
            } else {
                Etag.require(ifMatch, version);
            }
        };
        var order = new Order(json.object(), Sender.of(caller), cause(caller), id, seen);
        return answer(commands.revise(order), caller, language, HttpStatus.OK);
    }

    @Allowed({SYSTEM, REPORTER, CREDIT_OFFICER})
    @PostMapping("/{id}/withdrawal")
    ResponseEntity<RecordView> withdraw(@PathVariable String id, RequestJson json, Caller caller, Locale language) {
        stored(id, caller);
        var order = new Order(json.objectOrNothing(), Sender.of(caller), cause(caller), id, _ -> {});
        return answer(commands.withdraw(order), caller, language, HttpStatus.OK);
    }

    private ResponseEntity<RecordView> answer(RecordAnswer answer, Caller caller, Locale language, HttpStatus made) {
        return switch (answer) {
            case RecordAnswer.Refused(Refusal reason, var errors) ->
                throw switch (reason) {
                    case UNKNOWN -> Problem.unknown();
                    case NOT_YOURS -> Problem.notYours(errors.getFirst().field());
                    case FOUR_EYES -> Problem.fourEyes("");
                    case WRONG_STATE -> Problem.wrongState("detail.wrongState");
                    case DUPLICATE -> Problem.duplicate(errors.getFirst().field());
                    case INVALID -> Problem.invalid(errors);
                };
            case RecordAnswer.Taken(String id, boolean unchanged, var warnings) -> {
                Stored stored = stored(id, caller);
                yield ResponseEntity.status(unchanged ? HttpStatus.OK : made)
                        .location(URI.create("/api/collection/records/" + id))
                        .eTag(Etag.of(stored.record().version()))
                        .body(view(stored, warnings, language));
            }
        };
    }

    /** What is another department's is not known here: said before the body is read. */
    private Stored stored(String id, Caller caller) {
        Stored stored = store.find(id, scope(caller));
        if (stored == null) {
            throw erased.holds(id, scope(caller)) ? Problem.gone() : Problem.unknown();
        }
        return stored;
    }

    private RecordView view(Stored stored, List<FieldWarning> warnings, Locale language) {
        return RecordView.of(stored.record(), facts, texts.renderWarnings(warnings, language), stored.journal());
    }

    private static Scope scope(Caller caller) {
        return caller.has(CREDIT_OFFICER) ? new Scope(null) : Scope.own(caller);
    }

    private Cause cause(Caller caller) {
        return Cause.first(caller.username(), clock.now()).from(caller.address());
    }

    private static Instant moment(String sent) {
        String asOf = sent.replace(' ', '+'); // the sign of an offset that a client did not encode
        try {
            return asOf.indexOf('T') >= 0
                    ? OffsetDateTime.parse(asOf).toInstant()
                    : LocalDate.parse(asOf)
                            .plusDays(1)
                            .atStartOfDay(BusinessClock.ZONE)
                            .toInstant()
                            .minusNanos(1);
        } catch (DateTimeException _) {
            throw Problem.badParameter("asOf");
        }
    }

    private static @Nullable RecordState state(@Nullable String state) {
        if (state == null) {
            return null;
        }
        try {
            return RecordState.valueOf(state);
        } catch (IllegalArgumentException _) {
            throw Problem.badParameter("state");
        }
    }
}
