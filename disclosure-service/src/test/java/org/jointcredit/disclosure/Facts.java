package org.jointcredit.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.Decision;
import org.jointcredit.contract.event.Disclosure;
import org.jointcredit.contract.event.EndingReason;
import org.jointcredit.contract.event.IndexEntry;
import org.jointcredit.contract.event.ListClass;
import org.jointcredit.contract.event.ListedSubject;
import org.jointcredit.contract.event.ListingEnd;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.ListingSealed;
import org.jointcredit.contract.event.PersonBehind;
import org.jointcredit.contract.event.PersonRole;
import org.jointcredit.contract.event.Procedure;
import org.jointcredit.contract.event.RecordCategory;
import org.jointcredit.contract.event.RecordErased;
import org.jointcredit.contract.event.RecordFact;
import org.jointcredit.contract.event.RecordSealed;
import org.jointcredit.contract.event.RecordState;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.platform.cipher.FieldCipher;
import org.jointcredit.platform.cipher.IndexKeys;
import org.jspecify.annotations.Nullable;

/** What collection tells, as it tells it, for tests. */
public final class Facts {
    public static final Instant AT = Instant.parse("2026-09-21T02:00:00Z");

    private final FieldCipher cipher;
    private final IndexKeys indexKeys;

    public Facts(FieldCipher cipher, IndexKeys indexKeys) {
        this.cipher = cipher;
        this.indexKeys = indexKeys;
    }

    public static ListedSubject organisation(String code, String name) {
        return organisation(UUID.randomUUID().toString(), code, name);
    }

    public static ListedSubject organisation(String id, String code, String name) {
        return new ListedSubject(id, SubjectKind.ORGANISATION, code, name, List.of());
    }

    /** @param number a citizen's */
    public ListedSubject person(String name, String number) {
        return new ListedSubject(UUID.randomUUID().toString(), SubjectKind.PERSON, null, null, index(name, number));
    }

    public List<IndexEntry> index(String name, String number) {
        List<IndexEntry> entries = new ArrayList<>(indexKeys.of("CITIZEN:" + number));
        entries.addAll(indexKeys.ofNameAndLastFour(name, number.substring(number.length() - 4)));
        return entries;
    }

    /** A penalty of 双公示 that everybody may read for years. */
    public Told about(ListedSubject subject) {
        return new Told(this, subject);
    }

    public RecordErased erased(RecordFact fact) {
        return new RecordErased(
                fact.record(),
                fact.subject().id(),
                fact.provider(),
                fact.item(),
                "元政字〔2021〕77号 A28",
                fact.version() + 1,
                AT.plusSeconds(60),
                List.of());
    }

    /** A record in the making. */
    public static final class Told {
        private final Facts facts;
        private final ListedSubject subject;
        private String id = UUID.randomUUID().toString();
        private String item = "XYGS-CF";
        private @Nullable String personName;
        private RecordState state = RecordState.PUBLISHED;
        private RecordCategory category = RecordCategory.ADVERSE;
        private Disclosure disclosure = Disclosure.PUBLIC;
        private LocalDate decidedOn = LocalDate.of(2026, 9, 18);
        private @Nullable LocalDate shownUntil = LocalDate.of(2031, 9, 18);
        private long version = 1;
        private final Map<String, String> fields = new LinkedHashMap<>(Map.of("cf_wfxw", "未按规定公示"));
        private final List<String> closed = new ArrayList<>();
        private final List<String> personal = new ArrayList<>();
        private final List<String> exact = new ArrayList<>();

        private Told(Facts facts, ListedSubject subject) {
            this.facts = facts;
            this.subject = subject;
        }

        public Told id(String value) {
            id = value;
            return this;
        }

        public Told item(String value) {
            item = value;
            return this;
        }

        public Told personName(String value) {
            personName = value;
            return this;
        }

        public Told state(RecordState value) {
            state = value;
            return this;
        }

        public Told category(RecordCategory value) {
            category = value;
            return this;
        }

        public Told disclosure(Disclosure value) {
            disclosure = value;
            return this;
        }

        public Told decidedOn(LocalDate value) {
            decidedOn = value;
            return this;
        }

        public Told shownUntil(@Nullable LocalDate value) {
            shownUntil = value;
            return this;
        }

        public Told version(long value) {
            version = value;
            return this;
        }

        public Told field(String name, String value) {
            fields.put(name, value);
            return this;
        }

        public Told closedField(String name, String value) {
            closed.add(name);
            return field(name, value);
        }

        public Told personalField(String name, String value) {
            personal.add(name);
            return field(name, value);
        }

        public Told exactField(String name, String value) {
            exact.add(name);
            return field(name, value);
        }

        public RecordFact fact() {
            boolean doubleDisclosure = item.startsWith("XYGS-");
            String sealed = facts.cipher.seal(
                    ContractJson.mapper()
                            .writeValueAsString(new RecordSealed(personName, fields, closed, personal, exact)),
                    "record",
                    "sealed",
                    id);
            return new RecordFact(
                    id,
                    "元市监罚〔2026〕" + id,
                    "market",
                    item,
                    category,
                    doubleDisclosure,
                    state,
                    disclosure,
                    subject,
                    decidedOn,
                    Procedure.GENERAL,
                    shownUntil,
                    version,
                    "2021",
                    "yuanbaoshan-2021",
                    AT,
                    AT.plusSeconds(version),
                    sealed);
        }
    }

    /** @param name of the subject; natural persons only */
    public ListingFact listing(ListedSubject subject, @Nullable String name, String listType, Behind... persons) {
        return listing(UUID.randomUUID().toString(), subject, name, listType, ListClass.SEVERE, null, null, 1, persons);
    }

    public record Behind(String subject, String name, String number) {}

    public ListingFact ended(ListingFact fact, @Nullable String name) {
        return listing(
                fact.listing(),
                fact.subject(),
                name,
                fact.listType(),
                fact.listClass(),
                fact.until(),
                new ListingEnd(EndingReason.EXIT, fact.decision(), LocalDate.of(2026, 10, 19), AT.plusSeconds(60)),
                fact.version() + 1);
    }

    /** The same, and on which record it rests. */
    public static ListingFact restingOn(ListingFact fact, String record) {
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
                List.of(record),
                fact.evidence(),
                fact.version(),
                fact.lawVersion(),
                fact.publishedAt(),
                fact.ended(),
                fact.sealed());
    }

    public ListingFact until(ListingFact fact, @Nullable String name, LocalDate until) {
        return listing(
                fact.listing(),
                fact.subject(),
                name,
                fact.listType(),
                fact.listClass(),
                until,
                null,
                fact.version() + 1);
    }

    private ListingFact listing(
            String id,
            ListedSubject subject,
            @Nullable String name,
            String listType,
            ListClass listClass,
            @Nullable LocalDate until,
            @Nullable ListingEnd end,
            long version,
            Behind... persons) {
        String facts = "经查证属实，" + (name == null ? "" : name + "（证件号码999999199001010008）") + "符合列入标准。";
        var plain = new ListingSealed(
                name,
                name,
                List.of(persons).stream()
                        .map(person -> new ListingSealed.SealedPerson(person.subject(), person.name(), person.name()))
                        .toList(),
                facts,
                "许刚",
                "尤可方");
        return new ListingFact(
                id,
                "market-" + id,
                "market",
                listType,
                listClass,
                null,
                subject,
                List.of(persons).stream()
                        .map(person -> new PersonBehind(
                                person.subject(),
                                PersonRole.LEGAL_REPRESENTATIVE,
                                true,
                                index(person.name(), person.number())))
                        .toList(),
                new Decision("元市场列决〔2026〕32号", "赤峰市元宝山区市场监督管理局", LocalDate.of(2026, 9, 19), "国办发〔2020〕49号"),
                LocalDate.of(2026, 9, 19),
                until,
                List.of(),
                List.of(),
                version,
                "2021",
                AT,
                end,
                cipher.seal(ContractJson.mapper().writeValueAsString(plain), "listing", "sealed", id));
    }
}
