package org.jointcredit.disclosure.query;

import static org.jointcredit.platform.security.Role.APPROVER;
import static org.jointcredit.platform.security.Role.AUDITOR;
import static org.jointcredit.platform.security.Role.CREDIT_OFFICER;
import static org.jointcredit.platform.security.Role.IMPLEMENTER;
import static org.jointcredit.platform.security.Role.LAW_ADMIN;
import static org.jointcredit.platform.security.Role.REPORTER;
import static org.jointcredit.platform.security.Role.REVIEWER;
import static org.jointcredit.platform.security.Role.SERVICE;
import static org.jointcredit.platform.security.Role.SUBJECT;
import static org.jointcredit.platform.security.Role.SUPERVISOR;
import static org.jointcredit.platform.security.Role.SYSTEM;

import java.net.URI;
import org.jointcredit.platform.security.Allowed;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.web.PageOf;
import org.jointcredit.platform.web.Paging;
import org.jointcredit.platform.web.Problem;
import org.jointcredit.platform.web.RequestJson;
import org.jointcredit.platform.web.Sorts;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Organs of the state ask about subjects (D3). Numbers stand in bodies only. The door to asking stands open to
 * everybody whom the realm gave a role, because {@link Powers} logs whom it refuses (X2).
 */
@RestController
@RequestMapping("/api/disclosure/queries")
final class QueryController {
    private static final String KEY = "Idempotency-Key";
    private static final Sorts SORTS = Sorts.of(BatchStore.ROW);

    private final QueryService queries;
    private final BatchService batches;

    QueryController(QueryService queries, BatchService batches) {
        this.queries = queries;
        this.batches = batches;
    }

    /**
     * Asked again with the same key, it is the same query; what is known by now is told. Of many records the latest
     * come first, the others by the next pages.
     */
    @Allowed({
        IMPLEMENTER,
        REPORTER,
        CREDIT_OFFICER,
        SYSTEM,
        APPROVER,
        REVIEWER,
        SUPERVISOR,
        LAW_ADMIN,
        AUDITOR,
        SUBJECT,
        SERVICE
    })
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<QueryService.Answer> ask(
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            RequestJson json,
            @ParameterObject Paging paging,
            Caller caller) {
        var told = queries.ask(caller, json, key, paging);
        return ResponseEntity.status(told.again() ? HttpStatus.OK : HttpStatus.CREATED)
                .location(at(told.answer().id()))
                .cacheControl(CacheControl.noStore())
                .body(told.answer());
    }

    @Allowed({
        IMPLEMENTER,
        REPORTER,
        CREDIT_OFFICER,
        SYSTEM,
        APPROVER,
        REVIEWER,
        SUPERVISOR,
        LAW_ADMIN,
        AUDITOR,
        SUBJECT,
        SERVICE
    })
    @PostMapping("/batch")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<QueryState> askMany(
            @RequestHeader(name = KEY, required = false) @Nullable String key, RequestJson json, Caller caller) {
        var batch = batches.ask(caller, json, key);
        return ResponseEntity.accepted().location(at(batch.id())).body(batch);
    }

    /** How far a batch is, or what was asked with a query; its answer is given once. */
    @Allowed({IMPLEMENTER, REPORTER, CREDIT_OFFICER, SYSTEM})
    @GetMapping("/{id}")
    QueryState one(@PathVariable String id, Caller caller) {
        return batches.find(id, caller).or(() -> queries.find(id, caller)).orElseThrow(Problem::unknown);
    }

    @Allowed({IMPLEMENTER, REPORTER, CREDIT_OFFICER, SYSTEM})
    @GetMapping("/{id}/answers")
    ResponseEntity<PageOf<AnsweredRow>> answers(
            @PathVariable String id, @ParameterObject Paging paging, Caller caller) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(batches.answers(id, caller, paging.in(SORTS)));
    }

    private static URI at(String id) {
        return URI.create("/api/disclosure/queries/" + id);
    }
}
