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

/** Reviews of decided objections over REST (A31). */
@RestController
@RequestMapping("/api/objection/reviews")
final class ReviewController {
    private static final String PATH = "/api/objection/reviews";

    private final PetitionService service;
    private final Petitions petitions;

    ReviewController(PetitionService service, Petitions petitions) {
        this.service = service;
        this.petitions = petitions;
    }

    @Allowed(SUBJECT)
    @PostMapping
    ResponseEntity<PetitionView> ask(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            RequestJson json,
            Caller caller) {
        return petitions.created(PATH, service.review(caller, json.object(), key));
    }

    @Allowed({SUBJECT, SYSTEM, REPORTER, APPROVER, CREDIT_OFFICER, REVIEWER, AUDITOR})
    @GetMapping
    PageOf<PetitionView> list(
            @RequestParam @Nullable PetitionState state, @ParameterObject Paging paging, Caller caller) {
        return petitions.list(RemedyKind.REVIEW, state, paging, caller);
    }

    @Allowed({SUBJECT, SYSTEM, REPORTER, APPROVER, CREDIT_OFFICER, REVIEWER, AUDITOR})
    @GetMapping("/{id}")
    PetitionView one(@PathVariable String id, Caller caller) {
        return petitions.one(RemedyKind.REVIEW, id, caller);
    }

    /** By a reviewer who had no part in what is reviewed; without an outcome he orders a hold. */
    @Allowed(REVIEWER)
    @PostMapping("/{id}/decision")
    PetitionView decide(@PathVariable String id, RequestJson json, Caller caller) {
        return petitions.view(service.review(id, caller, json::object), null);
    }
}
