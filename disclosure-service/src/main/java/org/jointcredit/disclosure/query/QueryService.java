package org.jointcredit.disclosure.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jointcredit.disclosure.accesslog.AccessLog;
import org.jointcredit.disclosure.accesslog.Look;
import org.jointcredit.disclosure.accesslog.LookKind;
import org.jointcredit.disclosure.register.Register;
import org.jointcredit.platform.cipher.IndexKeys;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.security.KeyedRequest;
import org.jointcredit.platform.web.Paging;
import org.jointcredit.platform.web.Problem;
import org.jointcredit.platform.web.RequestJson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** A query about one subject: judged in the order of the front doors, logged, then answered (D3, D4). */
@Component
final class QueryService {
    private static final Duration ONE_LOOK = Duration.ofDays(1);

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

    /** @param again whether it had been asked with the same key before */
    record Told(Answer answer, boolean again) {}

    /**
     * @param key of the caller; what was asked with it before is the same query, for which is looked again: no answer
     *     is kept
     * @throws Problem 409 if it was asked with another body
     */
    Told ask(Caller caller, RequestJson json, @Nullable String key, Paging paging) {
        powers.requirePost(caller);
        ObjectNode body = json.object();
        PageRequest page = paging.usually(Paging.MOST).in(Register.RECORDS);
        powers.requirePurpose(caller, body);
        var request = KeyedRequest.of(caller, "query", key, body, keys);
        boolean again = request.first(() -> asked.find(request.id()), Function.identity())
                .isPresent();
        Form form = Form.of(body);
        Sought about = sought.read(form.object("subject"));
        Errand errand = errands.read(form, caller);
        form.throwIfAny();
        Found found = inquiry.about(Form.sure(about), Form.sure(errand), page);
        Look look = Inquiry.look(LookKind.QUERY, Form.sure(errand), found, request.id());
        if (!again || !stands(look)) {
            accessLog.write(List.of(look));
        }
        if (request.isKeyed()) { // what came to nothing is not remembered
            request.mustBeOf(asked.keep(request.id(), request.fingerprint(), clock.instant()));
        }
        return new Told(new Answer(request.id(), found), again);
    }

    /** A request that is sent again within the day, or for its next page, and opens no more is the look that is logged. */
    private boolean stands(Look look) {
        return accessLog
                .first(look.request())
                .filter(logged -> logged.look().equals(look)
                        && logged.at().isAfter(clock.instant().minus(ONE_LOOK)))
                .isPresent();
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
