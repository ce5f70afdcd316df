package org.jointcredit.sanction.feedback;

import static org.jointcredit.platform.security.Role.IMPLEMENTER;
import static org.jointcredit.platform.security.Role.SYSTEM;

import org.jointcredit.platform.security.Allowed;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.web.RequestJson;
import org.jointcredit.sanction.action.NoticeView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The agency's commands on its notices; each answers with the notice as it is then. */
@RestController
@RequestMapping("/api/sanction/notices/{id}")
final class FeedbackController {

    private static final String KEY = "Idempotency-Key";

    private final ReportCommands commands;

    FeedbackController(ReportCommands commands) {
        this.commands = commands;
    }

    @Allowed({SYSTEM, IMPLEMENTER})
    @PostMapping("/receipt")
    NoticeView receipt(
            Caller caller,
            @PathVariable String id,
            RequestJson json,
            @RequestHeader(name = KEY, required = false) @Nullable String key) {
        return commands.report(caller, id, ReportKind.RECEIPT, json, key);
    }

    @Allowed({SYSTEM, IMPLEMENTER})
    @PostMapping("/execution")
    NoticeView execution(
            Caller caller,
            @PathVariable String id,
            RequestJson json,
            @RequestHeader(name = KEY, required = false) @Nullable String key) {
        return commands.report(caller, id, ReportKind.EXECUTION, json, key);
    }

    /** Recommended measures only; a mandatory one is 422 NO_BASIS. */
    @Allowed({SYSTEM, IMPLEMENTER})
    @PostMapping("/refusal")
    NoticeView refusal(
            Caller caller,
            @PathVariable String id,
            RequestJson json,
            @RequestHeader(name = KEY, required = false) @Nullable String key) {
        return commands.report(caller, id, ReportKind.REFUSAL, json, key);
    }

    @Allowed({SYSTEM, IMPLEMENTER})
    @PostMapping("/pause")
    NoticeView pause(
            Caller caller,
            @PathVariable String id,
            RequestJson json,
            @RequestHeader(name = KEY, required = false) @Nullable String key) {
        return commands.report(caller, id, ReportKind.PAUSE, json, key);
    }

    @Allowed({SYSTEM, IMPLEMENTER})
    @PostMapping("/release")
    NoticeView release(
            Caller caller,
            @PathVariable String id,
            RequestJson json,
            @RequestHeader(name = KEY, required = false) @Nullable String key) {
        return commands.report(caller, id, ReportKind.RELEASE, json, key);
    }

    @Allowed({SYSTEM, IMPLEMENTER})
    @PostMapping("/undoing")
    NoticeView undoing(
            Caller caller,
            @PathVariable String id,
            RequestJson json,
            @RequestHeader(name = KEY, required = false) @Nullable String key) {
        return commands.report(caller, id, ReportKind.UNDOING, json, key);
    }
}
