package org.jointcredit.sanction.check;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.security.LookTeller;
import org.jointcredit.platform.security.LookTeller.Look;
import org.jointcredit.platform.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Who checks a person has looked at what is not public: the person sees it in the one log of looks (A20, D4). What is in
 * force on an organisation everybody may know.
 */
final class PersonLooks {
    /** 名单认定和联合奖惩 */
    private static final String PURPOSE = "LISTING";

    private final LookTeller disclosure;

    PersonLooks(LookTeller disclosure) {
        this.disclosure = disclosure;
    }

    /** A check and how its subject is found by others, who may know it where no listing has named it. */
    record Checked(Check check, List<String> macs) {}

    /** @throws Problem 503 while it cannot be logged; nothing may be shown then */
    void tell(Caller caller, List<Checked> checked) {
        disclosure.tell(checked.stream()
                .filter(one -> one.check().kind() == SubjectKind.PERSON)
                .flatMap(one -> looks(caller, one))
                .toList());
    }

    private static Stream<Look> looks(Caller caller, Checked one) {
        return one.check().subjects().isEmpty()
                ? Stream.of(look(caller, one.check(), null, one.macs()))
                : one.check().subjects().stream().map(subject -> look(caller, one.check(), subject, List.of()));
    }

    private static Look look(Caller caller, Check check, @Nullable String subject, List<String> macs) {
        return new Look(
                Look.Kind.CHECK,
                check.id(),
                Objects.requireNonNullElse(check.by(), caller.displayName()),
                caller.username(),
                caller.dept(),
                caller.clientId(),
                subject,
                macs,
                PURPOSE,
                check.item(),
                check.answer().measures().size());
    }
}
