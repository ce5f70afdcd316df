package org.jointcredit.disclosure.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.disclosure.accesslog.AccessLog;
import org.jointcredit.disclosure.accesslog.Look;
import org.jointcredit.disclosure.accesslog.LookKind;
import org.jointcredit.disclosure.accesslog.Purposes;
import org.jointcredit.disclosure.register.Register;
import org.jointcredit.platform.cipher.IndexKeys;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.security.KeyedRequest;
import org.jointcredit.platform.web.PageOf;
import org.jointcredit.platform.web.Paging;
import org.jointcredit.platform.web.Problem;
import org.jointcredit.platform.web.RequestJson;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Queries about many subjects, as a job (D3). Whoever asked reads the answers, for a short time and nobody else: each
 * subject's look is logged before its answer can be read.
 */
@Component
final class BatchService {
    private static final int MOST_SUBJECTS = 1_000;
    private static final int AT_ONCE = 50;
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final PageRequest FIRST_PAGE =
            new Paging(null, null, null).usually(Paging.MOST).in(Register.RECORDS);

    private final Powers powers;
    private final ErrandForm errands;
    private final SoughtForm sought;
    private final Inquiry inquiry;
    private final AccessLog accessLog;
    private final BatchStore store;
    private final Purposes purposes;
    private final IndexKeys keys;
    private final Clock clock;
    private final Duration kept;

    /** @param kept how long answers can be read */
    BatchService(
            Powers powers,
            ErrandForm errands,
            SoughtForm sought,
            Inquiry inquiry,
            AccessLog accessLog,
            BatchStore store,
            Purposes purposes,
            IndexKeys keys,
            Clock clock,
            @Value("${jointcredit.query-batches.kept:PT2H}") Duration kept) {
        this.powers = powers;
        this.errands = errands;
        this.sought = sought;
        this.inquiry = inquiry;
        this.accessLog = accessLog;
        this.store = store;
        this.purposes = purposes;
        this.keys = keys;
        this.clock = clock;
        this.kept = kept;
    }

    /**
     * @param key of the caller; what was asked with it before is the same batch
     * @throws Problem 409 if it was asked with another body
     */
    QueryState ask(Caller caller, RequestJson json, @Nullable String key) {
        powers.requirePost(caller);
        ObjectNode body = json.object();
        powers.requirePurpose(caller, body);
        var request = KeyedRequest.of(caller, "query-batch", key, body, keys);
        Optional<QueryState> before = first(request);
        if (before.isPresent()) {
            return before.get();
        }
        Form form = Form.of(body);
        Errand errand = errands.read(form, caller);
        List<Sought> asked = subjects(form);
        form.throwIfAny();
        Batch batch = opened(Form.sure(errand), request, asked.size());
        if (store.open(batch, questions(asked))) {
            return state(batch);
        }
        return first(request).orElseThrow(Problem::inWork);
    }

    private Optional<QueryState> first(KeyedRequest request) {
        return request.first(() -> store.find(request.id()), Batch::fingerprint).map(this::state);
    }

    private QueryState state(Batch batch) {
        return QueryState.of(batch, clock.instant());
    }

    private List<Sought> subjects(Form form) {
        List<Sought> asked = new ArrayList<>();
        var named = form.list("subjects", MOST_SUBJECTS, subject -> {
            Sought one = sought.read(subject);
            if (one != null) {
                asked.add(one);
            }
            return true;
        });
        if (named.isEmpty()) {
            form.error("subjects", ErrorCode.REQUIRED);
        }
        return asked;
    }

    private Batch opened(Errand errand, KeyedRequest request, int total) {
        Instant now = clock.instant();
        return new Batch(
                request.id(),
                errand.asker(),
                errand.purpose().code(),
                errand.matter(),
                errand.lawVersion(),
                request.fingerprint(),
                total,
                0,
                now,
                now.plus(kept));
    }

    private static List<BatchStore.Row> questions(List<Sought> asked) {
        var number = new AtomicInteger();
        return asked.stream()
                .map(one -> new BatchStore.Row(
                        number.incrementAndGet(), ContractJson.mapper().writeValueAsString(Question.of(one))))
                .toList();
    }

    /** A batch of the caller's own. */
    Optional<QueryState> find(String id, Caller caller) {
        return own(id, caller).map(this::state);
    }

    PageOf<AnsweredRow> answers(String id, Caller caller, PageRequest asked) {
        Batch batch = own(id, caller).orElseThrow(Problem::unknown);
        return store.answers(batch, asked, clock.instant()).map(row -> AnsweredRow.read(row.json()));
    }

    private Optional<Batch> own(String id, Caller caller) {
        return store.find(id)
                .filter(batch -> batch.asker().username().equals(caller.username())
                        && batch.asker().department().equals(caller.dept()));
    }

    /** Answers some rows of a batch that waits. */
    boolean work() {
        Batch batch = store.next(clock.instant(), LEASE).orElse(null);
        if (batch == null) {
            return false;
        }
        if (batch.isOver(clock.instant())) {
            store.giveUp(batch);
            return true;
        }
        Errand errand = new Errand(
                batch.asker(), purposes.of(batch.lawVersion(), batch.purpose()), batch.matter(), batch.lawVersion());
        List<BatchStore.Row> questions = store.unanswered(batch, AT_ONCE);
        if (questions.isEmpty()) {
            store.close(batch);
            return true;
        }
        List<Look> looks = new ArrayList<>();
        List<BatchStore.Row> answers = new ArrayList<>();
        for (BatchStore.Row question : questions) {
            Found found = inquiry.about(
                    ContractJson.mapper()
                            .readValue(question.json(), Question.class)
                            .sought(),
                    errand,
                    FIRST_PAGE);
            looks.add(Inquiry.look(LookKind.BATCH_QUERY, errand, found, batch.id()));
            answers.add(new BatchStore.Row(
                    question.number(), AnsweredRow.of(question.number(), found).json()));
        }
        accessLog.write(looks);
        store.answer(batch, answers);
        return true;
    }
}
