package org.jointcredit.sanction.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.identity.Masking;
import org.jointcredit.contract.identity.Names;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.platform.cipher.IndexKeys;
import org.jointcredit.platform.eventing.Backlog;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.json.CanonicalJson;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.security.KeyedRequest;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.Problem;
import org.jointcredit.platform.web.RequestJson;
import org.jointcredit.sanction.action.Impositions;
import org.jointcredit.sanction.action.Impositions.Imposition;
import org.jointcredit.sanction.action.Impositions.Known;
import org.jointcredit.sanction.check.CheckAnswer.CheckedMeasure;
import org.jointcredit.sanction.check.CheckStore.First;
import org.jointcredit.sanction.check.CheckStore.Kept;
import org.jointcredit.sanction.check.CheckStore.Reported;
import org.jointcredit.sanction.check.PersonLooks.Checked;
import org.jointcredit.sanction.measure.Measures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers checks: one read, and one write that must be durable before the answer leaves; of persons disclosure is told
 * first (A20).
 */
@Component
final class CheckService {

    static final int MOST_AT_ONCE = 200;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Z}\\p{Cf}\\s]+");
    private static final Duration FRESH = Duration.ofSeconds(60);

    private final CheckForm form;
    private final OutcomeForm outcomes;
    private final CheckStore checks;
    private final PersonLooks looks;
    private final Impositions impositions;
    private final Measures measures;
    private final Backlog triggerBacklog;
    private final IndexKeys keys;
    private final BusinessClock clock;

    CheckService(
            CheckForm form,
            OutcomeForm outcomes,
            CheckStore checks,
            PersonLooks looks,
            Impositions impositions,
            Measures measures,
            Backlog triggerBacklog,
            IndexKeys keys,
            BusinessClock clock) {
        this.form = form;
        this.outcomes = outcomes;
        this.checks = checks;
        this.looks = looks;
        this.impositions = impositions;
        this.measures = measures;
        this.triggerBacklog = triggerBacklog;
        this.keys = keys;
        this.clock = clock;
    }

    /** @param errors what is wrong with this row; its fields are named from the row on */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record CheckedRow(int row, @Nullable CheckAnswer answer, List<FieldError> errors) {}

    record CheckedRows(List<CheckedRow> checks) {}

    /**
     * @param key of the caller; what was asked with it before has the same answer
     * @throws Problem 409 if something else was asked with it
     */
    CheckAnswer ask(Caller caller, RequestJson json, @Nullable String key) {
        ObjectNode body = json.object();
        var request = KeyedRequest.of(caller, "check", key, body, keys);
        Optional<First> before = request.first(() -> checks.first(request.id()), First::fingerprint);
        if (before.isPresent()) {
            return before.get().answer();
        }
        Form read = Form.of(body);
        Asked asked = form.read(read, caller);
        read.throwIfAny();
        Checked checked = answered(Form.sure(asked), caller, request.id(), request.fingerprint());
        return Form.sure(kept(List.of(checked), caller, request).get(request.id()));
    }

    /** Each row has its own answer or its own errors. */
    CheckedRows askMany(Caller caller, RequestJson json, @Nullable String key) {
        ObjectNode body = json.object();
        var request = KeyedRequest.of(caller, "check-batch", key, body, keys);
        boolean again = request.first(() -> checks.fingerprintOf(request.id()), Function.identity())
                .isPresent();
        List<JsonNode> rows = rows(body);
        Map<String, First> before = again ? checks.first(ids(request, rows.size())) : Map.of();
        String fingerprint = request.fingerprint();
        if (request.isKeyed()) {
            request.mustBeOf(checks.claim(request.id(), fingerprint));
        }
        List<Checked> answered = new ArrayList<>();
        List<CheckedRow> told = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            Form read = rows.get(row) instanceof ObjectNode object ? Form.of(object) : null;
            Asked asked = read == null ? null : form.read(read, caller);
            if (asked == null) {
                List<FieldError> errors = read == null ? List.of(new FieldError("", ErrorCode.FORMAT)) : read.errors();
                told.add(new CheckedRow(row, null, errors));
            } else if (before.get(id(request, row)) instanceof First first) {
                told.add(new CheckedRow(row, first.answer(), List.of()));
            } else {
                Checked checked = answered(asked, caller, id(request, row), fingerprint);
                answered.add(checked);
                told.add(new CheckedRow(row, checked.check().answer(), List.of()));
            }
        }
        Map<String, CheckAnswer> kept = kept(answered, caller, request);
        return new CheckedRows(told.stream()
                .map(row -> row.answer() == null
                        ? row
                        : new CheckedRow(
                                row.row(), kept.getOrDefault(row.answer().id(), row.answer()), List.of()))
                .toList());
    }

    private static String id(KeyedRequest batch, int row) {
        return batch.id() + "-" + row;
    }

    private static List<String> ids(KeyedRequest batch, int rows) {
        return IntStream.range(0, rows).mapToObj(row -> id(batch, row)).toList();
    }

    /** A check of the caller's own agency. */
    CheckAnswer find(String id, Caller caller) {
        return kept(id, caller).answer();
    }

    CheckOutcome report(Caller caller, String id, RequestJson json) {
        Kept check = kept(id, caller);
        ObjectNode body = json.object();
        String text = CanonicalJson.of(body);
        if (check.reported() != null) {
            return theSame(check.reported(), text);
        }
        CheckOutcome outcome = outcomes.read(Form.of(body), check.answer(), caller);
        return checks.report(id, new Reported(keys.keyedFingerprint(text), outcome))
                ? outcome
                : theSame(Form.sure(kept(id, caller).reported()), text);
    }

    private CheckOutcome theSame(Reported first, String text) {
        if (!keys.matches(first.fingerprint(), text)) {
            throw Problem.wrongState("detail.checkReported");
        }
        return first.outcome();
    }

    private Kept kept(String id, Caller caller) {
        Kept check = checks.find(id, caller.dept());
        if (check == null) {
            throw Problem.unknown();
        }
        return check;
    }

    private static List<JsonNode> rows(ObjectNode body) {
        Form form = Form.of(body);
        if (!form.has("checks")) {
            form.error("checks", ErrorCode.REQUIRED);
        } else if (!(body.get("checks") instanceof ArrayNode rows)) {
            form.error("checks", ErrorCode.FORMAT);
        } else if (rows.isEmpty()) {
            form.error("checks", ErrorCode.REQUIRED);
        } else if (rows.size() > MOST_AT_ONCE) {
            form.error("checks", ErrorCode.TOO_LONG);
        }
        form.throwIfAny();
        return List.copyOf(body.withArray("checks").values());
    }

    private Checked answered(Asked asked, Caller caller, String id, String fingerprint) {
        // asked before the actions are read: what comes in between is fresh
        boolean stale = triggerBacklog.isOver(FRESH);
        Known known = impositions.of(asked.subjectKeys(), caller.dept(), clock.today());
        List<CheckedMeasure> inForce = known.inForce().stream()
                .filter(imposition -> imposition.measure().scenes().contains(asked.scene()))
                .map(CheckService::told)
                .toList();
        var answer = new CheckAnswer(
                id,
                !known.subjects().isEmpty(),
                !inForce.isEmpty(),
                nameDiffers(asked, known),
                clock.now(),
                measures.inForce(clock.today()).version(),
                stale,
                inForce);
        var check = new Check(
                id,
                caller.dept(),
                caller.username(),
                asked.by(),
                asked.kind(),
                known.subjects(),
                asked.scene(),
                asked.item(),
                asked.stage(),
                fingerprint,
                answer);
        return new Checked(check, asked.macs());
    }

    /** By id what is answered: what was answered first, where the key had been used before. */
    private Map<String, CheckAnswer> kept(List<Checked> answered, Caller caller, KeyedRequest request) {
        if (answered.isEmpty()) {
            return Map.of();
        }
        looks.tell(caller, answered);
        List<Check> fresh = answered.stream().map(Checked::check).toList();
        Map<String, First> first = checks.keep(fresh);
        first.values().forEach(before -> request.mustBeOf(before.fingerprint()));
        return fresh.stream().collect(Collectors.toMap(Check::id, check -> {
            First before = first.get(check.id());
            return before == null ? check.answer() : before.answer();
        }));
    }

    private static CheckedMeasure told(Imposition imposition) {
        var measure = imposition.measure();
        return new CheckedMeasure(
                measure.code(),
                measure.kind(),
                measure.force(),
                measure.nature(),
                measure.text(),
                measure.basis(),
                imposition.listing(),
                imposition.listingNumber(),
                imposition.listType(),
                imposition.notice());
    }

    /** Of a person only the masked name is known here. */
    private static boolean nameDiffers(Asked asked, Known known) {
        String given = asked.name();
        if (given == null || known.subjects().isEmpty()) {
            return false;
        }
        String shown = asked.kind() == SubjectKind.PERSON
                ? Masking.name(UNSEEN.matcher(given).replaceAll(""))
                : given;
        return known.names().stream().noneMatch(name -> Names.same(name, shown));
    }
}
