package org.jointcredit.sanction.rule;

import static org.jointcredit.platform.security.Role.LAW_ADMIN;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jointcredit.platform.law.LawState;
import org.jointcredit.platform.security.Allowed;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.security.Public;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rules in force are public (A23); new ones are for two law administrators to make (S1, S2). */
@RestController
@RequestMapping("/api/sanction/rule-sets")
final class RuleSetController {
    private static final String PATH = "/api/sanction/rule-sets/";
    private static final Sorts SORTS = new Sorts("id", Map.of("id", "_id"));

    private final RuleSetService ruleSets;

    RuleSetController(RuleSetService ruleSets) {
        this.ruleSets = ruleSets;
    }

    /**
     * @param state left out: the rule set that governs today; IN_FORCE: all that were ever put in force; else drafts, for
     *     law administrators
     */
    @Public
    @GetMapping
    PageOf<RuleSetView> list(
            @RequestParam(required = false) @Nullable LawState state,
            @ParameterObject Paging paging,
            @Nullable Caller caller) {
        var asked = paging.in(SORTS);
        if (state == LawState.PROPOSED || state == LawState.REFUSED) {
            return ruleSets.drafts(state, caller, asked);
        }
        List<RuleSetView> law = state == null ? List.of(ruleSets.governing()) : ruleSets.law();
        return PageOf.of(law, view -> view.ruleSet().id(), asked);
    }

    /** A draft is there for law administrators only. */
    @Public
    @GetMapping("/{id}")
    RuleSetView one(@PathVariable String id, @Nullable Caller caller) {
        return ruleSets.one(id, caller);
    }

    @Allowed(LAW_ADMIN)
    @PostMapping
    @RequestBody(
            required = true,
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = RuleSetProposal.class)))
    ResponseEntity<RuleSetView> propose(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            RequestJson json,
            Caller caller) {
        RuleSetView view = ruleSets.propose(caller, json.object(), key);
        return ResponseEntity.created(URI.create(PATH + view.ruleSet().id())).body(view);
    }

    /** Puts it in force; who proposed it may not. */
    @Allowed(LAW_ADMIN)
    @PostMapping("/{id}/approval")
    RuleSetView approve(@PathVariable String id, Caller caller) {
        return ruleSets.putInForce(caller, id);
    }

    /** It never becomes law: by either of the two. */
    @Allowed(LAW_ADMIN)
    @PostMapping("/{id}/refusal")
    RuleSetView refuse(@PathVariable String id, RequestJson json, Caller caller) {
        return ruleSets.refuse(caller, id, json.object());
    }
}
