package org.jointcredit.objection.objection;

import static org.jointcredit.platform.security.Role.APPROVER;
import static org.jointcredit.platform.security.Role.AUDITOR;
import static org.jointcredit.platform.security.Role.CREDIT_OFFICER;
import static org.jointcredit.platform.security.Role.REPORTER;
import static org.jointcredit.platform.security.Role.REVIEWER;
import static org.jointcredit.platform.security.Role.SUBJECT;
import static org.jointcredit.platform.security.Role.SYSTEM;

import java.net.URI;
import java.time.LocalDate;
import org.jointcredit.contract.event.ObjectionOutcome;
import org.jointcredit.contract.event.ObjectionState;
import org.jointcredit.platform.security.Allowed;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.PageOf;
import org.jointcredit.platform.web.Paging;
import org.jointcredit.platform.web.Problem;
import org.jointcredit.platform.web.RequestJson;
import org.jointcredit.platform.web.Sorts;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Objections over REST (A30). */
@RestController
@RequestMapping("/api/objection/objections")
final class ObjectionController {
    static final String PATH = "/api/objection/objections";
    private static final Sorts SORTS = Sorts.of(ObjectionStore.RECEIVED_AT, ObjectionStore.DUE_ON);

    private final ObjectionService objections;
    private final ObjectionStore store;
    private final Holds holds;
    private final BusinessClock clock;

    ObjectionController(ObjectionService objections, ObjectionStore store, Holds holds, BusinessClock clock) {
        this.objections = objections;
        this.store = store;
        this.holds = holds;
        this.clock = clock;
    }

    /** What it touches is held, and told to everybody, before this answers. */
    @Allowed({SUBJECT, CREDIT_OFFICER, SYSTEM, REPORTER})
    @PostMapping
    ResponseEntity<ObjectionView> file(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            RequestJson json,
            Caller caller) {
        ObjectionView view = view(objections.file(caller, json::object, key));
        return ResponseEntity.created(URI.create(PATH + "/" + view.id())).body(view);
    }

    @Allowed({SUBJECT, SYSTEM, REPORTER, APPROVER, CREDIT_OFFICER, REVIEWER, AUDITOR})
    @GetMapping
    PageOf<ObjectionRow> list(
            @RequestParam @Nullable ObjectionState state,
            @RequestParam @Nullable ObjectionOutcome outcome,
            @RequestParam @Nullable Boolean overdue,
            @RequestParam @Nullable String department,
            @ParameterObject Paging paging,
            Caller caller) {
        var search = new ObjectionSearch(state, outcome, overdue, department);
        LocalDate today = clock.today();
        return store.page(search.criteria(today), Scope.of(caller), paging.in(SORTS))
                .map(objection -> ObjectionRow.of(objection, today));
    }

    @Allowed({SUBJECT, SYSTEM, REPORTER, APPROVER, CREDIT_OFFICER, REVIEWER, AUDITOR})
    @GetMapping("/{id}")
    ObjectionView one(@PathVariable String id, Caller caller) {
        return store.find(id, Scope.of(caller))
                .map(told -> ObjectionView.of(
                        told.objection(), holds.of(told.objection()), clock.today(), Timeline.of(told.journal())))
                .orElseThrow(Problem::unknown);
    }

    /** By the department that answers for what is disputed. */
    @Allowed({SYSTEM, REPORTER})
    @PostMapping("/{id}/verification")
    ObjectionView verify(@PathVariable String id, RequestJson json, Caller caller) {
        return view(objections.verify(id, caller, json::object));
    }

    /** By a credit officer who neither filed nor verified it. */
    @Allowed(CREDIT_OFFICER)
    @PostMapping("/{id}/decision")
    ObjectionView decide(@PathVariable String id, RequestJson json, Caller caller) {
        return view(objections.decide(id, caller, json::object));
    }

    /** By who filed it. */
    @Allowed({SUBJECT, CREDIT_OFFICER, SYSTEM, REPORTER})
    @PostMapping("/{id}/withdrawal")
    ObjectionView withdraw(@PathVariable String id, Caller caller) {
        return view(objections.withdraw(id, caller));
    }

    private ObjectionView view(Objection objection) {
        return ObjectionView.of(objection, holds.of(objection), clock.today(), null);
    }
}
