package org.jointcredit.sanction.check;

import static org.jointcredit.platform.security.Role.IMPLEMENTER;
import static org.jointcredit.platform.security.Role.SYSTEM;

import java.net.URI;
import java.util.Locale;
import org.jointcredit.platform.security.Allowed;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.web.ErrorTexts;
import org.jointcredit.platform.web.RequestJson;
import org.jointcredit.sanction.check.CheckService.CheckedRow;
import org.jointcredit.sanction.check.CheckService.CheckedRows;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Checks over REST (S6); answers speak of the asking agency's measures. Numbers stand in bodies only. */
@RestController
@RequestMapping("/api/sanction/checks")
final class CheckController {

    private static final String KEY = "Idempotency-Key";

    private final CheckService checks;

    private final ErrorTexts texts;

    CheckController(CheckService checks, ErrorTexts texts) {
        this.checks = checks;
        this.texts = texts;
    }

    @Allowed({SYSTEM, IMPLEMENTER})
    @PostMapping
    ResponseEntity<CheckAnswer> ask(
            @RequestHeader(name = KEY, required = false) @Nullable String key, RequestJson json, Caller caller) {
        CheckAnswer answer = checks.ask(caller, json, key);
        return ResponseEntity.created(URI.create("/api/sanction/checks/" + answer.id()))
                .cacheControl(CacheControl.noStore())
                .body(answer);
    }

    /** At most 200; each has its own answer or its own errors. */
    @Allowed({SYSTEM, IMPLEMENTER})
    @PostMapping("/batch")
    ResponseEntity<CheckedRows> askMany(
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            RequestJson json,
            Caller caller,
            Locale language) {
        var checked = checks.askMany(caller, json, key).checks().stream()
                .map(row -> new CheckedRow(row.row(), row.answer(), texts.render(row.errors(), language)))
                .toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new CheckedRows(checked));
    }

    /** As it was answered then. */
    @Allowed({SYSTEM, IMPLEMENTER})
    @GetMapping("/{id}")
    ResponseEntity<CheckAnswer> one(@PathVariable String id, Caller caller) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(checks.find(id, caller));
    }

    /** Reported again, it is the same; another one is 409. */
    @Allowed({SYSTEM, IMPLEMENTER})
    @PostMapping("/{id}/outcome")
    CheckOutcome outcome(@PathVariable String id, RequestJson json, Caller caller) {
        return checks.report(caller, id, json);
    }
}
