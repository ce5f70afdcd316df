package org.jointcredit.disclosure.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jointcredit.disclosure.accesslog.AccessLog;
import org.jointcredit.disclosure.accesslog.LookKind;
import org.jointcredit.platform.cipher.IndexKeys;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.security.KeyedRequest;
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
    private final AskedStore asked;
    private final IndexKeys keys;
    private final Clock clock;

    QueryService(
            Powers powers,
            ErrandForm errands,
            SoughtForm sought,
            Inquiry inquiry,
            AccessLog accessLog,
            AskedStore asked,
            IndexKeys keys,
            Clock clock) {
        this.powers = powers;
        this.errands = errands;
        this.sought = sought;
        this.inquiry = inquiry;
        this.accessLog = accessLog;
        this.asked = asked;
        this.keys = keys;
        this.clock = clock;
    }

    record Answer(String id, @JsonUnwrapped Found found) {}

    /**
     * @param key of the caller; what was asked with it before is the same query
     * @throws Problem 409 if it was asked with another body
     */
    Answer ask(Caller caller, RequestJson json, @Nullable String key) {
        powers.requirePost(caller);
        ObjectNode body = json.object();
        powers.requirePurpose(caller, body);
        var request = KeyedRequest.of(caller, "query", key, body, keys);
        request.first(() -> asked.find(request.id()), Function.identity());
        Form form = Form.of(body);
        Sought about = sought.read(form.object("subject"));
        Errand errand = errands.read(form, caller);
        form.throwIfAny();
        Found found = inquiry.about(Form.sure(about), Form.sure(errand));
        accessLog.write(List.of(Inquiry.look(LookKind.QUERY, Form.sure(errand), found, request.id())));
        if (request.isKeyed()) { // what came to nothing is not remembered
            request.mustBeOf(asked.keep(request.id(), request.fingerprint(), clock.instant()));
        }
        return new Answer(request.id(), found);
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
