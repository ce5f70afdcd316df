package org.jointcredit.collection.record;

import java.util.Map;
import org.jointcredit.collection.record.CreditRecord.About;
import org.jointcredit.collection.record.CreditRecord.Terms;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.ListedSubject;
import org.jointcredit.contract.event.RecordFact;
import org.jointcredit.contract.event.RecordSealed;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.platform.cipher.FieldCipher;
import org.jointcredit.platform.eventing.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the other services are told of a record: its whole state, with what it says in the sealed part (X4). */
@Component
final class RecordFacts {
    private static final String TYPE = "record";

    private final FieldCipher cipher;

    RecordFacts(FieldCipher cipher) {
        this.cipher = cipher;
    }

    Step of(String type, CreditRecord record) {
        return Step.sent(type, fact(record), Topics.RECORD, record.subject().id());
    }

    String seal(String id, @Nullable String personsName, Map<String, String> fields, Judged judged) {
        var sealed = new RecordSealed(personsName, fields, judged.closed(), judged.personal());
        return cipher.seal(ContractJson.mapper().writeValueAsString(sealed), TYPE, "sealed", id);
    }

    RecordSealed open(String id, String sealed) {
        return ContractJson.mapper().readValue(cipher.open(sealed, TYPE, "sealed", id), RecordSealed.class);
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
