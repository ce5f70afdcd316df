package org.jointcredit.collection.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jointcredit.collection.record.CreditRecord.About;
import org.jointcredit.collection.record.CreditRecord.Behind;
import org.jointcredit.collection.record.CreditRecord.Terms;
import org.jointcredit.collection.subject.Identity;
import org.jointcredit.collection.subject.Parties;
import org.jointcredit.collection.subject.Party;
import org.jointcredit.collection.subject.SubjectStore.Found;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.problem.FieldWarning;
import org.jointcredit.contract.problem.WarningCode;
import org.springframework.stereotype.Component;

/** What a record consists of, made of what was said and of the subjects it names. */
@Component
final class RecordParts {
    private final RecordFacts facts;
    private final Parties parties;

    RecordParts(RecordFacts facts, Parties parties) {
        this.facts = facts;
        this.parties = parties;
    }

    /** Who is named, and on which day. */
    static Map<Identity, LocalDate> named(RecordContent content) {
        return content.behind() == null
                ? Map.of(content.subject(), content.decidedOn())
                : Map.of(
                        content.subject(), content.decidedOn(), content.behind().who(), content.decidedOn());
    }

    String sealed(String id, RecordContent content, Judged judged) {
        Identity subject = content.subject();
        return facts.seal(id, subject.kind() == SubjectKind.PERSON ? subject.name() : null, content.fields(), judged);
    }

    About about(RecordContent content, Map<Identity, Found> found) {
        Party party = parties.of(content.subject(), at(found, content.subject()).id());
        return new About(
                party.id(),
                party.kind(),
                party.code(),
                party.kind() == SubjectKind.ORGANISATION ? party.name() : null,
                party.documentKind(),
                party.maskedNumber(),
                party.index());
    }

    static List<Behind> behind(RecordContent content, Map<Identity, Found> found) {
        return content.behind() == null
                ? List.of()
                : List.of(new Behind(
                        at(found, content.behind().who()).id(), content.behind().role(), content.decidedOn()));
    }

    static Terms terms(RecordContent content, Judged judged, boolean toSettle, boolean settled) {
        return new Terms(
                content.decidedOn(),
                content.procedure(),
                content.behaviourEndedOn(),
                content.validUntil(),
                content.ownEarnings(),
                content.consent(),
                judged.category(),
                judged.doubleDisclosure(),
                judged.disclosure(),
                judged.shownUntil(),
                judged.adverseUntil(),
                toSettle,
                settled,
                judged.lawVersion(),
                judged.rulePack());
    }

    static List<FieldWarning> warnings(List<FieldWarning> read, RecordContent content, Map<Identity, Found> found) {
        if (!at(found, content.subject()).nameDiffers()) {
            return read;
        }
        List<FieldWarning> warnings = new ArrayList<>(read);
        warnings.add(new FieldWarning("subject.name", WarningCode.NAME_DIFFERS));
        return warnings;
    }

    private static Found at(Map<Identity, Found> found, Identity identity) {
        return Objects.requireNonNull(found.get(identity));
    }
}
