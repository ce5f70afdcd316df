package org.jointcredit.benchmark;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jointcredit.benchmark.Organisations.Organisation;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.Disclosure;
import org.jointcredit.contract.event.EventIds;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.ListedSubject;
import org.jointcredit.contract.event.Procedure;
import org.jointcredit.contract.event.RecordCategory;
import org.jointcredit.contract.event.RecordFact;
import org.jointcredit.contract.event.RecordSealed;
import org.jointcredit.contract.event.RecordState;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.platform.cipher.FieldCipher;

/// Penalties as collection publishes them, each of another company.
final class RecordFacts {
    private final FieldCipher cipher;
    private final Organisations organisations;

    RecordFacts(FieldCipher cipher, Organisations organisations) {
        this.cipher = cipher;
        this.organisations = organisations;
    }

    List<RecordFact> facts(int count) {
        return Stream.generate(this::fact).limit(count).toList();
    }

    private RecordFact fact() {
        var id = EventIds.next();
        Organisation company = organisations.next();
        var now = Instant.now();
        return new RecordFact(
                id,
                "元市监罚〔2026〕" + id + "号",
                "market",
                "XYGS-CF",
                RecordCategory.ADVERSE,
                true,
                RecordState.PUBLISHED,
                Disclosure.PUBLIC,
                new ListedSubject(
                        UUID.randomUUID().toString(),
                        SubjectKind.ORGANISATION,
                        company.code(),
                        company.name(),
                        List.of()),
                LocalDate.of(2026, 9, 19),
                Procedure.GENERAL,
                LocalDate.of(2031, 9, 19),
                1,
                "2021",
                "yuanbaoshan-2021",
                now,
                now,
                sealed(id));
    }

    private String sealed(String id) {
        var plain = new RecordSealed(
                null,
                Map.of(
                        "cf_wfxw", "超出许可范围经营",
                        "cf_sy", "经查，当事人超出许可范围经营，事实清楚。",
                        "cf_yj", "《中华人民共和国市场主体登记管理条例》第四十六条",
                        "cf_cflb", "罚款",
                        "cf_nr", "罚款。",
                        "cf_nr_fk", "14850"),
                List.of(),
                List.of(),
                List.of("cf_cflb", "cf_nr_fk"));
        return cipher.seal(ContractJson.mapper().writeValueAsString(plain), "record", "sealed", id);
    }

    static ProducerRecord<String, byte[]> onRecord(RecordFact fact) {
        return Facts.told(
                Topics.RECORD,
                EventTypes.RECORD_PUBLISHED,
                fact.subject().id(),
                fact.record(),
                fact.publishedAt(),
                fact.version(),
                fact);
    }
}
