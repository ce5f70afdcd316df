package org.jointcredit.objection.petition;

import static org.jointcredit.platform.security.Role.APPROVER;
import static org.jointcredit.platform.security.Role.AUDITOR;
import static org.jointcredit.platform.security.Role.CREDIT_OFFICER;
import static org.jointcredit.platform.security.Role.REPORTER;
import static org.jointcredit.platform.security.Role.REVIEWER;
import static org.jointcredit.platform.security.Role.SUBJECT;
import static org.jointcredit.platform.security.Role.SYSTEM;

import org.jointcredit.objection.remedy.RemedyKind;
import org.jointcredit.platform.security.Allowed;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.web.PageOf;
import org.jointcredit.platform.web.Paging;
import org.jointcredit.platform.web.RequestJson;
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

/** Exits from lists over REST (P5.7). */
@RestController
@RequestMapping("/api/objection/exits")
final class ExitController {
    private static final String PATH = "/api/objection/exits";

    private final PetitionService service;
    private final Petitions petitions;

    ExitController(PetitionService service, Petitions petitions) {
        this.service = service;
        this.petitions = petitions;
    }

    @Allowed(SUBJECT)
    @PostMapping
    ResponseEntity<PetitionView> ask(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            RequestJson json,
            Caller caller) {
        return petitions.created(PATH, service.exit(caller, json.object(), key));
    }

    @Allowed({SUBJECT, SYSTEM, REPORTER, APPROVER, CREDIT_OFFICER, REVIEWER, AUDITOR})
    @GetMapping
    PageOf<PetitionView> list(
            @RequestParam @Nullable PetitionState state, @ParameterObject Paging paging, Caller caller) {
        return petitions.list(RemedyKind.EXIT, state, paging, caller);
    }

    @Allowed({SUBJECT, SYSTEM, REPORTER, APPROVER, CREDIT_OFFICER, REVIEWER, AUDITOR})
    @GetMapping("/{id}")
    PetitionView one(@PathVariable String id, Caller caller) {
        return petitions.one(RemedyKind.EXIT, id, caller);
    }

    /** By an approver of the department that lists. */
    @Allowed(APPROVER)
    @PostMapping("/{id}/decision")
    PetitionView decide(@PathVariable String id, RequestJson json, Caller caller) {
        return petitions.view(service.grant(RemedyKind.EXIT, id, caller, json::object), null);
    }
}
