package org.jointcredit.sanction.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointcredit.contract.event.Force;
import org.jointcredit.contract.identity.IdentityText;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.security.Role;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.sanction.check.CheckAnswer.CheckedMeasure;
import org.jointcredit.sanction.check.CheckOutcome.Dealt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads {@code {by?, measures:[{notice, applied, reason?, confirmedBy?, remark?}]}}: one entry for each measure of the
 * answer. What is mandatory and was not applied needs a coded reason and a superior's confirmation; what is recommended
 * never blocks.
 */
@Component
final class OutcomeForm {

    private static final int MOST_MEASURES = 1_000;
    private static final int OFFICER = 100;
    private static final int REMARK = 2048;
    private static final int NOTICE = 200;

    private final CheckReasons reasons;
    private final BusinessClock clock;

    OutcomeForm(CheckReasons reasons, BusinessClock clock) {
        this.reasons = reasons;
        this.clock = clock;
    }

    CheckOutcome read(Form form, CheckAnswer answer, Caller caller) {
        String by = caller.has(Role.SYSTEM) ? form.text("by", OFFICER) : caller.displayName();
        CheckForm.namesNobody(form, "by", by);
        Map<String, Force> named = new HashMap<>();
        for (CheckedMeasure measure : answer.measures()) {
            named.put(measure.notice(), measure.force());
        }
        Set<String> seen = new HashSet<>();
        List<Dealt> dealt = new ArrayList<>();
        form.list("measures", MOST_MEASURES, entry -> {
            Dealt read = dealt(entry, named, seen, by);
            if (read != null) {
                dealt.add(read);
            }
            return entry;
        });
        if (!seen.containsAll(named.keySet())) {
            form.error("measures", ErrorCode.REQUIRED);
        }
        form.throwIfAny();
        return new CheckOutcome(answer.id(), by, clock.now(), reasons.version(clock.today()), dealt);
    }

    private @Nullable Dealt dealt(Form entry, Map<String, Force> named, Set<String> seen, String by) {
        String notice = entry.visibleText("notice", NOTICE);
        Force force = named.get(notice);
        if (force == null) {
            entry.error("notice", ErrorCode.UNKNOWN_CODE);
        } else if (!seen.add(notice)) {
            entry.error("notice", ErrorCode.DUPLICATE);
        }
        Boolean applied = entry.bool("applied");
        boolean mustSayWhy = force == Force.MANDATORY && Boolean.FALSE.equals(applied);
        String reason = mustSayWhy
                ? entry.read("reason", IdentityText::code, "S6")
                : entry.optionalRead("reason", IdentityText::code, null);
        if (reason != null && !reasons.isKnown(reason, clock.today())) {
            entry.error("reason", ErrorCode.UNKNOWN_CODE);
        }
        String confirmedBy =
                mustSayWhy ? entry.text("confirmedBy", OFFICER) : entry.optionalText("confirmedBy", OFFICER);
        if (confirmedBy != null && !confirmedBy.isEmpty() && confirmedBy.equals(by)) {
            entry.error("confirmedBy", ErrorCode.FOUR_EYES);
        }
        CheckForm.namesNobody(entry, "confirmedBy", confirmedBy);
        String remark = entry.optionalProse("remark", REMARK);
        CheckForm.namesNobody(entry, "remark", remark);
        return applied == null ? null : new Dealt(notice, applied, reason, confirmedBy, remark);
    }
}
