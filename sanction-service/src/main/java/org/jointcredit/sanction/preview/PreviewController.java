package org.jointcredit.sanction.preview;

import static org.jointcredit.platform.security.Role.APPROVER;
import static org.jointcredit.platform.security.Role.REPORTER;
import static org.jointcredit.platform.security.Role.SYSTEM;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.identity.Masking;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.security.Allowed;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.RequestJson;
import org.jointcredit.sanction.action.NoticeDeadlines;
import org.jointcredit.sanction.action.Terms;
import org.jointcredit.sanction.measure.Measure;
import org.jointcredit.sanction.preview.PreviewForm.Reading;
import org.jointcredit.sanction.rule.Planned;
import org.jointcredit.sanction.rule.RuleSets;
import org.jointcredit.sanction.rule.Trigger;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a listing would set off (S3): the plan with the rule behind each notice. Nothing is kept. */
@RestController
final class PreviewController {

    private final PreviewForm form;
    private final RuleSets ruleSets;
    private final Terms terms;
    private final BusinessClock clock;

    PreviewController(PreviewForm form, RuleSets ruleSets, Terms terms, BusinessClock clock) {
        this.form = form;
        this.ruleSets = ruleSets;
        this.terms = terms;
        this.clock = clock;
    }

    @Allowed({SYSTEM, REPORTER, APPROVER})
    @PostMapping("/api/sanction/actions/preview")
    Preview preview(RequestJson json, Caller caller) {
        Reading reading = form.read(Form.of(json.object()), caller.dept());
        var law = ruleSets.governing(clock.today());
        var rules = law.rules();
        var list = law.measures();
        var ruleSet = rules.entries().getFirst();
        Map<String, Measure> byCode =
                list.entries().stream().collect(Collectors.toMap(Measure::code, Function.identity()));
        NoticeDeadlines due = terms.from(clock.today());
        var plan = ruleSet.plan(list.entries(), reading.trigger()).stream()
                .map(planned -> notice(planned, Form.sure(byCode.get(planned.measure())), reading, due))
                .toList();
        Trigger trigger = reading.trigger();
        return new Preview(
                trigger.listType(),
                trigger.listClass(),
                ruleSet.id(),
                rules.version(),
                list.version(),
                plan.size(),
                plan);
    }

    private static Preview.PreviewedNotice notice(
            Planned planned, Measure measure, Reading reading, NoticeDeadlines due) {
        return new Preview.PreviewedNotice(
                measure.code(),
                measure.text(),
                measure.basis(),
                measure.kind(),
                measure.force(),
                measure.nature(),
                planned.agency(),
                subject(planned.subject(), reading),
                planned.rule(),
                due.receive().date(),
                due.execute().date(),
                due.receive().provisional() || due.execute().provisional());
    }

    private static Preview.PreviewedSubject subject(String at, Reading reading) {
        var listed = reading.trigger().subject();
        String name = reading.names().getOrDefault(at, "");
        return at.equals(listed.id()) && listed.kind() == SubjectKind.ORGANISATION
                ? new Preview.PreviewedSubject(at, SubjectKind.ORGANISATION, listed.code(), name)
                : new Preview.PreviewedSubject(at, SubjectKind.PERSON, null, Masking.name(name));
    }
}
