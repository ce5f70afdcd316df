package org.jointcredit.benchmark;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.Decision;
import org.jointcredit.contract.event.EventHeaders;
import org.jointcredit.contract.event.EventIds;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Evidence;
import org.jointcredit.contract.event.ListClass;
import org.jointcredit.contract.event.ListedSubject;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.ListingSealed;
import org.jointcredit.contract.event.PersonBehind;
import org.jointcredit.contract.event.PersonRole;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.platform.cipher.FieldCipher;

/// Listings as collection publishes them: an organisation with its legal representative on a severe list.
final class Facts {
    private static final LocalDate DECIDED = LocalDate.of(2026, 9, 19);

    private final FieldCipher cipher;

    Facts(FieldCipher cipher) {
        this.cipher = cipher;
    }

    List<ProducerRecord<String, byte[]>> onTrigger(int count) {
        return Stream.generate(() -> fact("91150403FAKE000800"))
                .limit(count)
                .map(Facts::onTrigger)
                .toList();
    }

    /// @param code of the listed organisation
    ListingFact fact(String code) {
        var id = UUID.randomUUID().toString();
        var person = UUID.randomUUID().toString();
        var organisation =
                new ListedSubject(UUID.randomUUID().toString(), SubjectKind.ORGANISATION, code, "元宝山示例有限公司", List.of());
        return new ListingFact(
                id,
                "fire-" + id,
                "fire",
                "SEVERE-FIRE",
                ListClass.SEVERE,
                "LIFE_AND_HEALTH",
                organisation,
                List.of(new PersonBehind(person, PersonRole.LEGAL_REPRESENTATIVE, false, List.of())),
                new Decision("元消列决〔2026〕32号", "赤峰市元宝山区消防救援大队", DECIDED, "国办发〔2020〕49号"),
                DECIDED,
                null,
                List.of(),
                List.of(new Evidence(
                        "decision.pdf", "3c4077b047946b91cd65ac1f41152fc0f6c1865edbb4d435a6717e87b90d4c75")),
                1,
                "2021",
                Instant.now(),
                null,
                sealed(id, person));
    }

    private String sealed(String listing, String person) {
        var plain = new ListingSealed(
                null,
                null,
                List.of(new ListingSealed.SealedPerson(person, "张示例", "张**")),
                "经查证属实，符合列入标准。",
                "许刚",
                "尤可方");
        return cipher.seal(ContractJson.mapper().writeValueAsString(plain), "listing", "sealed", listing);
    }

    static ProducerRecord<String, byte[]> onTrigger(ListingFact fact) {
        return told(
                Topics.TRIGGER,
                EventTypes.LISTING_PUBLISHED,
                fact.subject().id(),
                fact.listing(),
                fact.publishedAt(),
                fact.version(),
                fact);
    }

    /// As collection tells it.
    ///
    /// @param aggregate what it is a fact about
    static ProducerRecord<String, byte[]> told(
            String topic, String type, String subject, String aggregate, Instant at, long version, Object fact) {
        var headers =
                new EventHeaders(EventIds.next(), "/collection", type, aggregate, at, version, aggregate, null, null);
        var message = new ProducerRecord<>(topic, subject, ContractJson.mapper().writeValueAsBytes(fact));
        CloudEvents.write(headers)
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }
}
