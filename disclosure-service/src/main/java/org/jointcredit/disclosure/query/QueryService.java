package org.jointcredit.disclosure.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jointcredit.disclosure.accesslog.AccessLog;
import org.jointcredit.disclosure.accesslog.Look;
import org.jointcredit.disclosure.accesslog.LookKind;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.security.RequestIds;
import org.jointcredit.platform.web.Problem;
import org.jointcredit.platform.web.RequestJson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** A query about one subject: judged in the order of the front doors, logged, then answered (D3, D4). */
@Component
final class QueryService {
    private final Powers powers;
    private final ErrandForm errands;
    private final SoughtForm sought;
    private final Inquiry inquiry;
    private final AccessLog accessLog;

    QueryService(Powers powers, ErrandForm errands, SoughtForm sought, Inquiry inquiry, AccessLog accessLog) {
        this.powers = powers;
        this.errands = errands;
        this.sought = sought;
        this.inquiry = inquiry;
        this.accessLog = accessLog;
    }

    record Answer(String id, @JsonUnwrapped Found found) {}

    /**
     * @param key of the caller; what was asked with it before is the same query
     * @throws Problem 409 if something else was asked with it
     */
    Answer ask(Caller caller, RequestJson json, @Nullable String key) {
        powers.requirePost(caller);
        ObjectNode body = json.object();
        powers.requirePurpose(caller, body);
        Form form = Form.of(body);
        Sought asked = sought.read(form.object("subject"));
        Errand errand = errands.read(form, caller);
        form.throwIfAny();
        String id = RequestIds.of(caller, "query", key);
        Found found = inquiry.about(Form.sure(asked), Form.sure(errand));
        Look look = Inquiry.look(LookKind.QUERY, Form.sure(errand), found, id);
        if (key != null) {
            accessLog.first(id).ifPresent(first -> mustBeTheSame(first.look(), look));
        }
        accessLog.write(List.of(look));
        return new Answer(id, found);
    }

    private static void mustBeTheSame(Look first, Look again) {
        boolean same = Objects.equals(first.purpose(), again.purpose())
                && Objects.equals(first.matter(), again.matter())
                && (first.subject() == null || first.subject().equals(again.subject()));
        if (!same) {
            throw Problem.duplicate("Idempotency-Key");
        }
    }

    /** A query of the caller's own; its answer is not kept. */
    Optional<QueryState> find(String id, Caller caller) {
        return accessLog
                .first(id)
                .filter(logged -> logged.look().kind() == LookKind.QUERY
                        && logged.look().asker().username().equals(caller.username())
                        && logged.look().asker().department().equals(caller.dept()))
                .map(logged -> QueryState.of(id, logged));
    }
}
