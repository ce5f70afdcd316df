package org.jointcredit.sanction.feedback;

import static org.jointcredit.platform.security.Role.SYSTEM;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.platform.cipher.IndexKeys;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.eventing.Relay;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.json.CanonicalJson;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.Problem;
import org.jointcredit.platform.web.RequestJson;
import org.jointcredit.sanction.action.Notice;
import org.jointcredit.sanction.action.NoticeStore;
import org.jointcredit.sanction.action.NoticeStore.Command;
import org.jointcredit.sanction.action.NoticeView;
import org.jointcredit.sanction.action.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** An agency's report over REST: judged in the order of the front doors, recorded once for each idempotency key. */
@Component
final class ReportCommands {

    private static final int ATTEMPTS = 20;
    /** Whoever writes the notice at this moment may have many in one transaction. */
    private static final long LONGER_PAUSE_NANOS = 5_000_000;

    private final NoticeStore notices;
    private final Reports reports;
    private final IndexKeys keys;
    private final BusinessClock clock;
    private final Relay noticeRelay;

    ReportCommands(NoticeStore notices, Reports reports, IndexKeys keys, BusinessClock clock, Relay noticeRelay) {
        this.notices = notices;
        this.reports = reports;
        this.keys = keys;
        this.clock = clock;
        this.noticeRelay = noticeRelay;
    }

    NoticeView report(Caller caller, String id, ReportKind kind, RequestJson json, @Nullable String key) {
        var visible = notices.find(id, Scope.of(caller));
        if (visible == null) {
            throw Problem.unknown();
        }
        if (!visible.notice().imposed().agency().equals(caller.dept())) {
            throw Problem.notYours();
        }
        ObjectNode body = json.objectOrNothing();
        Command command = key == null
                ? null
                : new Command(
                        caller.clientId() + '/' + caller.username() + '/' + kind + '/' + key, fingerprint(body), null);
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(caller, id, kind, body, command);
            } catch (OptimisticLockingFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(attempt * LONGER_PAUSE_NANOS);
            }
        }
    }

    private NoticeView attempt(Caller caller, String id, ReportKind kind, ObjectNode body, @Nullable Command command) {
        var known = Objects.requireNonNull(notices.forReports(List.of(id)).get(id));
        if (command != null && known.commands().get(command.key()) instanceof Command first) {
            if (!first.fingerprint().equals(command.fingerprint())) {
                throw Problem.duplicate("Idempotency-Key");
            }
            return ContractJson.mapper().readValue(Objects.requireNonNull(first.answer()), NoticeView.class);
        }
        Notice notice = known.notice();
        Report report = judge(caller, notice, kind, body);
        var recorded = reports.recorded(notice, report, Cause.first(caller.username(), clock.now()), null);
        var answer = NoticeView.of(recorded.notice());
        notices.record(List.of(
                command == null
                        ? recorded
                        : recorded.by(new Command(
                                command.key(),
                                command.fingerprint(),
                                ContractJson.mapper().writeValueAsString(answer)))));
        noticeRelay.wake();
        return answer;
    }

    private Report judge(Caller caller, Notice notice, ReportKind kind, ObjectNode body) {
        Form form = Form.of(body);
        Report report = Report.read(form, kind, caller.has(SYSTEM) ? null : caller.displayName(), clock.now());
        List<FieldError> errors = new ArrayList<>(form.errors());
        errors.addAll(Reports.refused(notice, kind));
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return report;
    }

    private String fingerprint(ObjectNode body) {
        return keys.keyedFingerprint(CanonicalJson.of(body));
    }
}
