package org.jointcredit.collection.record;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jointcredit.collection.record.CreditRecord.About;
import org.jointcredit.collection.record.CreditRecord.Terms;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.ListedSubject;
import org.jointcredit.contract.event.RecordErased;
import org.jointcredit.contract.event.RecordErasedOnRequest;
import org.jointcredit.contract.event.RecordFact;
import org.jointcredit.contract.event.RecordSealed;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.contract.identity.Masking;
import org.jointcredit.platform.cipher.FieldCipher;
import org.jointcredit.platform.eventing.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the other services are told of a record: its whole state, with what it says in the sealed part (X4). */
@Component
final class RecordFacts {
    private static final String TYPE = "record";
    /** Sort of subject, as licences and penalties say it. */
    private static final String ONE_MAN_BUSINESS = "个体工商户";

    private final FieldCipher cipher;

    RecordFacts(FieldCipher cipher) {
        this.cipher = cipher;
    }

    Step of(String type, CreditRecord record) {
        return Step.sent(type, fact(record), Topics.RECORD, record.subject().id());
    }

    /** Nobody else is told: whoever shows it heard of the repair itself, and to others it would look like a correction. */
    Step repaired(CreditRecord record) {
        return Step.kept("record-repaired", fact(record));
    }

    String seal(String id, @Nullable String personsName, Map<String, String> fields, Judged judged) {
        return seal(id, new RecordSealed(personsName, fields, judged.closed(), judged.personal(), judged.exact()));
    }

    private String seal(String id, RecordSealed sealed) {
        return cipher.seal(ContractJson.mapper().writeValueAsString(sealed), TYPE, "sealed", id);
    }

    RecordSealed open(String id, String sealed) {
        return ContractJson.mapper().readValue(cipher.open(sealed, TYPE, "sealed", id), RecordSealed.class);
    }

    /** No word of what it said. */
    Step erased(CreditRecord record, List<String> prints, String basis, Instant at) {
        var fact = new RecordErased(
                record.id(),
                record.subject().id(),
                record.origin().provider(),
                record.origin().item(),
                basis,
                record.version() + 1,
                at,
                prints);
        return Step.sent(
                EventTypes.RECORD_ERASED, fact, Topics.RECORD, record.subject().id());
    }

    /** For its provider, who knows it by its number; not where that would name a person. */
    Step erasedOnRequest(CreditRecord record, String deletion, String basis, Instant at) {
        CreditRecord.Origin origin = record.origin();
        String number = Masking.holdsIdNumber(origin.number()) ? null : origin.number();
        return Step.sent(
                EventTypes.RECORD_ERASED_ON_REQUEST,
                new RecordErasedOnRequest(record.id(), number, origin.item(), basis, deletion, at),
                Topics.receipt(origin.provider()),
                number == null ? record.id() : number);
    }

    /** What is archived of a one-man business (个体工商户) names its operator nowhere, nor in prose. */
    String withoutOperator(CreditRecord record) {
        RecordSealed said = open(record.id(), record.sealed());
        if (!said.fields().containsValue(ONE_MAN_BUSINESS)) {
            return record.sealed();
        }
        Map<String, String> left = new HashMap<>(said.fields());
        left.keySet().removeAll(said.personal());
        List<String> operators = said.personal().stream()
                .map(name -> said.fields().getOrDefault(name, ""))
                .toList();
        left.replaceAll((name, text) -> said.exact().contains(name) ? text : Masking.prose(text, operators));
        return seal(record.id(), new RecordSealed(said.subjectName(), left, said.closed(), List.of(), said.exact()));
    }

    String sealReason(String id, String reason) {
        return cipher.seal(reason, TYPE, "reason", id);
    }

    String openReason(String id, String sealed) {
        return cipher.open(sealed, TYPE, "reason", id);
    }

    private static RecordFact fact(CreditRecord record) {
        CreditRecord.Origin origin = record.origin();
        About subject = record.subject();
        Terms terms = record.terms();
        return new RecordFact(
                record.id(),
                origin.number(),
                origin.provider(),
                origin.item(),
                terms.category(),
                terms.doubleDisclosure(),
                record.state(),
                terms.disclosure(),
                new ListedSubject(subject.id(), subject.kind(), subject.code(), subject.name(), subject.index()),
                terms.decidedOn(),
                terms.procedure(),
                terms.shownUntil(),
                record.version(),
                terms.lawVersion(),
                terms.rulePack(),
                origin.createdAt(),
                record.at(),
                record.sealed());
    }
}
