package org.jointcredit.sanction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.Decision;
import org.jointcredit.contract.event.EndingReason;
import org.jointcredit.contract.event.Evidence;
import org.jointcredit.contract.event.ListClass;
import org.jointcredit.contract.event.ListedSubject;
import org.jointcredit.contract.event.ListingEnd;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.ListingSealed;
import org.jointcredit.contract.event.PersonBehind;
import org.jointcredit.contract.event.PersonRole;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.platform.cipher.FieldCipher;
import org.jspecify.annotations.Nullable;

/** Facts of listings as collection publishes them, for tests. */
public final class ListingFacts {

    public static final LocalDate DECIDED = LocalDate.of(2026, 9, 19);

    private final @Nullable FieldCipher cipher;

    /** Without a cipher the sealed part stays empty. */
    public ListingFacts(@Nullable FieldCipher cipher) {
        this.cipher = cipher;
    }

    public ListingFact severe(String listType, String group, PersonBehind... persons) {
        return listing(UUID.randomUUID().toString(), listType, ListClass.SEVERE, group, organisation(), persons);
    }

    public ListingFact red(String listType) {
        return listing(UUID.randomUUID().toString(), listType, ListClass.RED, null, organisation());
    }

    public ListingFact listing(
            String id,
            String listType,
            ListClass listClass,
            @Nullable String group,
            ListedSubject subject,
            PersonBehind... persons) {
        return new ListingFact(
                id,
                "market-" + id,
                "market",
                listType,
                listClass,
                group,
                subject,
                List.of(persons),
                new Decision("元市场列决〔2026〕32号", "赤峰市元宝山区市场监督管理局", DECIDED, "国办发〔2020〕49号"),
                DECIDED,
                null,
                List.of(),
                List.of(new Evidence(
                        "decision.pdf", "3c4077b047946b91cd65ac1f41152fc0f6c1865edbb4d435a6717e87b90d4c75")),
                1,
                "2021",
                Instant.parse("2026-09-21T02:00:00Z"),
                null,
                sealed(id, subject, List.of(persons)));
    }

    public ListingFact with(ListingFact fact, List<PersonBehind> persons, @Nullable LocalDate until) {
        return copy(fact, persons, until, fact.version() + 1, fact.ended());
    }

    /** The same listing, resting on these records. */
    public ListingFact restingOn(ListingFact fact, String... records) {
        return new ListingFact(
                fact.listing(),
                fact.number(),
                fact.department(),
                fact.listType(),
                fact.listClass(),
                fact.group(),
                fact.subject(),
                fact.persons(),
                fact.decision(),
                fact.effectiveFrom(),
                fact.until(),
                List.of(records),
                fact.evidence(),
                fact.version(),
                fact.lawVersion(),
                fact.publishedAt(),
                fact.ended(),
                fact.sealed());
    }

    public ListingFact ended(ListingFact fact, EndingReason reason) {
        var end = new ListingEnd(reason, fact.decision(), DECIDED.plusMonths(1), Instant.parse("2026-10-19T02:00:00Z"));
        return copy(fact, fact.persons(), fact.until(), fact.version() + 1, end);
    }

    public static ListedSubject organisation() {
        return new ListedSubject(
                UUID.randomUUID().toString(), SubjectKind.ORGANISATION, "91150403FAKE000800", "元宝山示例有限公司", List.of());
    }

    public static ListedSubject person() {
        return new ListedSubject(UUID.randomUUID().toString(), SubjectKind.PERSON, null, null, List.of());
    }

    public static PersonBehind behind(PersonRole role, boolean directlyResponsible) {
        return new PersonBehind(UUID.randomUUID().toString(), role, directlyResponsible, List.of());
    }

    private ListingFact copy(
            ListingFact fact,
            List<PersonBehind> persons,
            @Nullable LocalDate until,
            long version,
            @Nullable ListingEnd end) {
        return new ListingFact(
                fact.listing(),
                fact.number(),
                fact.department(),
                fact.listType(),
                fact.listClass(),
                fact.group(),
                fact.subject(),
                persons,
                fact.decision(),
                fact.effectiveFrom(),
                until,
                fact.basedOn(),
                fact.evidence(),
                version,
                fact.lawVersion(),
                fact.publishedAt(),
                end,
                sealed(fact.listing(), fact.subject(), persons));
    }

    private String sealed(String listing, ListedSubject subject, List<PersonBehind> persons) {
        if (cipher == null) {
            return "";
        }
        List<ListingSealed.SealedPerson> names = new ArrayList<>();
        persons.stream()
                .map(PersonBehind::subject)
                .distinct()
                .forEach(person -> names.add(new ListingSealed.SealedPerson(person, "张示例", "张**")));
        boolean person = subject.kind() == SubjectKind.PERSON;
        var plain =
                new ListingSealed(person ? "李示例" : null, person ? "李**" : null, names, "经查证属实，符合列入标准。", "许刚", "尤可方");
        return cipher.seal(ContractJson.mapper().writeValueAsString(plain), "listing", "sealed", listing);
    }
}
