package org.jointcredit.objection.propagation;

import static org.jointcredit.platform.security.Role.APPROVER;
import static org.jointcredit.platform.security.Role.AUDITOR;
import static org.jointcredit.platform.security.Role.CREDIT_OFFICER;
import static org.jointcredit.platform.security.Role.REPORTER;
import static org.jointcredit.platform.security.Role.REVIEWER;
import static org.jointcredit.platform.security.Role.SUBJECT;
import static org.jointcredit.platform.security.Role.SYSTEM;

import java.util.List;
import java.util.Map;
import org.jointcredit.objection.propagation.Seals.SealKeys;
import org.jointcredit.objection.remedy.TracedCase;
import org.jointcredit.objection.remedy.TracedCases;
import org.jointcredit.platform.security.Allowed;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.security.Public;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.PageOf;
import org.jointcredit.platform.web.Paging;
import org.jointcredit.platform.web.Problem;
import org.jointcredit.platform.web.Sorts;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where a case has arrived, for who may know of the case (O5). */
@RestController
final class PropagationController {
    private static final String JOSE = "application/jose+json";
    private static final Sorts SORTS = new Sorts("place", Map.of("place", "place"));

    private final List<TracedCases> cases;
    private final CasePlaces places;
    private final Seals seals;
    private final BusinessClock clock;

    PropagationController(List<TracedCases> cases, CasePlaces places, Seals seals, BusinessClock clock) {
        this.cases = cases;
        this.places = places;
        this.seals = seals;
        this.clock = clock;
    }

    /** The keys with which signed documents are checked. */
    @Public
    @GetMapping("/api/objection/keys")
    SealKeys keys() {
        return seals.published();
    }

    /**
     * The same as a signed document, which can be shown elsewhere.
     *
     * @param kind as of the unsigned one
     */
    @Allowed({SUBJECT, SYSTEM, REPORTER, APPROVER, CREDIT_OFFICER, REVIEWER, AUDITOR})
    @GetMapping(path = "/api/objection/{kind}/{id}/propagation", params = "signed=true")
    ResponseEntity<String> signed(
            @PathVariable String kind, @PathVariable String id, @ParameterObject Paging paging, Caller caller) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(JOSE))
                .body(seals.sign(propagation(kind, id, paging, caller)));
    }

    /** The same, for who says what it takes in the usual way. */
    @Allowed({SUBJECT, SYSTEM, REPORTER, APPROVER, CREDIT_OFFICER, REVIEWER, AUDITOR})
    @GetMapping(path = "/api/objection/{kind}/{id}/propagation", produces = JOSE)
    ResponseEntity<String> signedByType(
            @PathVariable String kind, @PathVariable String id, @ParameterObject Paging paging, Caller caller) {
        return signed(kind, id, paging, caller);
    }

    /** @param kind {@code objections}, {@code reviews}, {@code repairs}, {@code exits} or {@code deletions} */
    @Allowed({SUBJECT, SYSTEM, REPORTER, APPROVER, CREDIT_OFFICER, REVIEWER, AUDITOR})
    @GetMapping("/api/objection/{kind}/{id}/propagation")
    Propagation propagation(
            @PathVariable String kind, @PathVariable String id, @ParameterObject Paging paging, Caller caller) {
        TracedCase followed = cases.stream()
                .filter(some -> some.keeps(kind))
                .findFirst()
                .flatMap(some -> some.traced(kind, id, caller))
                .orElseThrow(Problem::unknown);
        List<Place> asked = places.of(followed);
        long missing = asked.stream().filter(place -> !place.done()).count();
        return new Propagation(
                kind,
                id,
                followed.number(),
                clock.now().atZone(BusinessClock.ZONE).toOffsetDateTime(),
                missing == 0,
                missing,
                asked.size() - missing,
                PageOf.of(asked, Place::key, paging.in(SORTS)));
    }
}
