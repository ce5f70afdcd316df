package org.jointcredit.collection.listing;

import static org.jointcredit.platform.security.Role.APPROVER;
import static org.jointcredit.platform.security.Role.AUDITOR;
import static org.jointcredit.platform.security.Role.CREDIT_OFFICER;
import static org.jointcredit.platform.security.Role.REPORTER;
import static org.jointcredit.platform.security.Role.SUPERVISOR;
import static org.jointcredit.platform.security.Role.SYSTEM;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import org.jointcredit.collection.listing.ListingService.Order;
import org.jointcredit.collection.listing.ListingService.Submission;
import org.jointcredit.collection.listing.ListingStore.Stored;
import org.jointcredit.collection.listing.ListingStore.Wanted;
import org.jointcredit.collection.submission.Refusal;
import org.jointcredit.collection.submission.Scope;
import org.jointcredit.collection.submission.Sender;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Listings over REST (C6). */
@RestController
@RequestMapping("/api/collection/listings")
final class ListingController {
    private static final Sorts SORTS = Sorts.of(ListingStore.CREATED_AT).with("number", ListingStore.NUMBER);

    private final ListingService listings;
    private final ListingStore store;
    private final ErrorTexts texts;
    private final BusinessClock clock;

    ListingController(ListingService listings, ListingStore store, ErrorTexts texts, BusinessClock clock) {
        this.listings = listings;
        this.store = store;
        this.texts = texts;
        this.clock = clock;
    }

    /** One of many: names of persons are masked. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Summary(
            String id,
            String number,
            String department,
            String listType,
            ListingView.SubjectView subject,
            LocalDate effectiveFrom,
            @Nullable LocalDate until,
            ListingState state,
            boolean waits,
            Instant createdAt,
            long version) {
        static Summary of(Listing listing) {
            return new Summary(
                    listing.id(),
                    listing.origin().number(),
                    listing.origin().department(),
                    listing.origin().listType(),
                    ListingView.SubjectView.masked(listing.terms()),
                    listing.terms().effectiveFrom(),
                    listing.terms().until(),
                    listing.state(),
                    listing.state() == ListingState.PROPOSED || listing.pending() != null,
                    listing.origin().createdAt(),
                    listing.version());
        }
    }

    @Allowed({SYSTEM, REPORTER})
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ListingView> submit(RequestJson json, Caller caller, Locale language) {
        var submission = new Submission(json.object(), sender(caller), cause(caller));
        Answer answer = listings.submit(List.of(submission)).getFirst();
        return answer(answer, language, HttpStatus.CREATED);
    }

    @Allowed({SYSTEM, REPORTER, APPROVER, CREDIT_OFFICER, SUPERVISOR, AUDITOR})
    @GetMapping
    PageOf<Summary> list(
            @RequestParam @Nullable String number,
            @RequestParam @Nullable String listType,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String waits,
            @ParameterObject Paging paging,
            Caller caller) {
        var wanted = new Wanted(number, listType, state(state), waits(waits));
        return store.page(wanted, Scope.of(caller), paging.in(SORTS)).map(Summary::of);
    }

    @Allowed({SYSTEM, REPORTER, APPROVER, CREDIT_OFFICER, SUPERVISOR, AUDITOR})
    @GetMapping("/{id}")
    ResponseEntity<ListingView> one(@PathVariable String id, Caller caller, Locale language) {
        Stored stored = store.find(id, Scope.of(caller));
        if (stored == null) {
            throw Problem.unknown();
        }
        Listing listing = stored.listing();
        var warnings = texts.renderWarnings(listing.origin().warnings(), language);
        return ResponseEntity.ok()
                .eTag(Etag.of(listing.version()))
                .body(ListingView.of(listing, warnings, stored.journal()));
    }

    @Allowed(APPROVER)
    @PostMapping("/{id}/approval")
    ResponseEntity<ListingView> approve(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller,
            Locale language) {
        var nothing = JsonNodeFactory.instance.objectNode();
        return answer(listings.approve(order(nothing, caller, id, ifSaid(ifMatch))), language, HttpStatus.OK);
    }

    @Allowed(APPROVER)
    @PostMapping("/{id}/refusal")
    ResponseEntity<ListingView> refuse(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            RequestJson json,
            Caller caller,
            Locale language) {
        mustBeOwn(id, caller);
        var order = order(json.objectOrNothing(), caller, id, ifSaid(ifMatch));
        return answer(listings.refuse(order), language, HttpStatus.OK);
    }

    @Allowed({SYSTEM, REPORTER})
    @PostMapping("/{id}/change")
    ResponseEntity<ListingView> change(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            RequestJson json,
            Caller caller,
            Locale language) {
        mustBeOwn(id, caller);
        var order = order(json.object(), caller, id, seen(ifMatch, caller));
        return answer(listings.change(order), language, HttpStatus.OK);
    }

    @Allowed({SYSTEM, REPORTER})
    @PostMapping("/{id}/ending")
    ResponseEntity<ListingView> end(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            RequestJson json,
            Caller caller,
            Locale language) {
        mustBeOwn(id, caller);
        var order = order(json.object(), caller, id, seen(ifMatch, caller));
        return answer(listings.end(order), language, HttpStatus.OK);
    }

    private ResponseEntity<ListingView> answer(Answer answer, Locale language, HttpStatus made) {
        return switch (answer) {
            case Answer.Refused(Refusal reason, var errors) ->
                throw switch (reason) {
                    case UNKNOWN -> Problem.unknown();
                    case NOT_YOURS -> Problem.notYours(errors.getFirst().field());
                    case FOUR_EYES -> Problem.fourEyes("");
                    case WRONG_STATE -> Problem.wrongState("detail.wrongState");
                    case DUPLICATE -> Problem.duplicate(errors.getFirst().field());
                    case INVALID -> Problem.invalid(errors);
                };
            case Answer.Taken(Listing listing, boolean unchanged, var warnings) ->
                ResponseEntity.status(unchanged ? HttpStatus.OK : made)
                        .location(URI.create("/api/collection/listings/" + listing.id()))
                        .eTag(Etag.of(listing.version()))
                        .body(ListingView.of(listing, texts.renderWarnings(warnings, language), null));
        };
    }

    /** What is another department's is not known here: said before the body is read. */
    private void mustBeOwn(String id, Caller caller) {
        if (store.find(id, Scope.own(caller)) == null) {
            throw Problem.unknown();
        }
    }

    private Order order(ObjectNode body, Caller caller, String id, LongConsumer seen) {
        return new Order(body, sender(caller), cause(caller), id, seen);
    }

    /** A person must say which version they have seen, a system may. */
    private static LongConsumer seen(@Nullable String ifMatch, Caller caller) {
        return caller.has(SYSTEM) ? ifSaid(ifMatch) : version -> Etag.require(ifMatch, version);
    }

    /** A second pair of eyes may say what it has looked at, so that nobody approves what came meanwhile. */
    private static LongConsumer ifSaid(@Nullable String ifMatch) {
        return version -> Etag.accept(ifMatch, version);
    }

    private static Sender sender(Caller caller) {
        return new Sender(caller.dept(), caller.username(), caller.has(SYSTEM), false, caller.address());
    }

    private Cause cause(Caller caller) {
        return Cause.first(caller.username(), clock.now()).from(caller.address());
    }

    private static boolean waits(@Nullable String waits) {
        if (waits != null && !waits.equals("true")) {
            throw Problem.badParameter("waits");
        }
        return waits != null;
    }

    private static @Nullable ListingState state(@Nullable String state) {
        if (state == null) {
            return null;
        }
        try {
            return ListingState.valueOf(state);
        } catch (IllegalArgumentException _) {
            throw Problem.badParameter("state");
        }
    }
}
