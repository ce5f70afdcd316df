package org.jointcredit.objection.deletion;

import static org.jointcredit.platform.security.Role.SUBJECT;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jointcredit.platform.law.LawVersion;
import org.jointcredit.platform.security.Allowed;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.PageOf;
import org.jointcredit.platform.web.Paging;
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
import org.springframework.web.bind.annotation.RestController;

/** Requests for deletion over REST, by the subject itself (A28). */
@RestController
@RequestMapping("/api/objection/deletions")
final class DeletionController {
    private static final String PATH = "/api/objection/deletions";
    private static final Sorts SORTS = Sorts.of(DeletionStore.RECEIVED_AT);

    private final DeletionService deletions;
    private final DeletionLaw law;
    private final BusinessClock clock;

    DeletionController(DeletionService deletions, DeletionLaw law, BusinessClock clock) {
        this.deletions = deletions;
        this.law = law;
        this.clock = clock;
    }

    /**
     * @param record id of the record
     * @param provider code of the department that is told
     * @param dueOn last day for the deletion
     * @param provisional {@code dueOn} reaches into days whose calendar is not settled yet
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeletionView(
            String id,
            String record,
            String item,
            String provider,
            DeletionState state,
            OffsetDateTime receivedAt,
            LocalDate dueOn,
            boolean provisional,
            String basis,
            String lawVersion,
            @Nullable OffsetDateTime doneAt) {
        static DeletionView of(Deletion deletion) {
            return new DeletionView(
                    deletion.id(),
                    deletion.record(),
                    deletion.item(),
                    deletion.provider(),
                    deletion.state(),
                    here(deletion.receivedAt()),
                    deletion.due().date(),
                    deletion.due().provisional(),
                    deletion.basis(),
                    deletion.lawVersion(),
                    deletion.doneAt() == null ? null : here(deletion.doneAt()));
        }
    }

    /** What may be deleted on request, as it is in force. */
    record DeletionTerms(String version, LocalDate effectiveFrom, String basis, List<Deletable> items) {}

    @Allowed(SUBJECT)
    @PostMapping
    ResponseEntity<DeletionView> ask(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            RequestJson json,
            Caller caller) {
        DeletionView view = DeletionView.of(deletions.ask(caller, json.object(), key));
        return ResponseEntity.created(URI.create(PATH + "/" + view.id())).body(view);
    }

    /** The caller's own. */
    @Allowed(SUBJECT)
    @GetMapping
    PageOf<DeletionView> list(@ParameterObject Paging paging, Caller caller) {
        return deletions.of(caller, paging.in(SORTS)).map(DeletionView::of);
    }

    @Allowed(SUBJECT)
    @GetMapping("/{id}")
    DeletionView one(@PathVariable String id, Caller caller) {
        return DeletionView.of(deletions.one(id, caller));
    }

    @Allowed(SUBJECT)
    @GetMapping("/terms")
    DeletionTerms terms() {
        LawVersion<Deletable> inForce = law.inForce(clock.today());
        return new DeletionTerms(inForce.version(), inForce.effectiveFrom(), inForce.basis(), inForce.entries());
    }

    private static OffsetDateTime here(Instant at) {
        return at.atZone(BusinessClock.ZONE).toOffsetDateTime();
    }
}
