package org.jointcredit.collection.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jointcredit.collection.catalogue.CatalogueItem;
import org.jointcredit.collection.catalogue.FieldType;
import org.jointcredit.collection.catalogue.ItemField;
import org.jointcredit.collection.catalogue.RulePack;
import org.jointcredit.collection.record.RecordContent.PersonSaid;
import org.jointcredit.collection.subject.Identity;
import org.jointcredit.contract.event.PersonRole;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.identity.PersonDocument;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.form.IdentityReader;
import org.jointcredit.platform.law.Department;
import org.jspecify.annotations.Nullable;

/**
 * What holds across the fields of the two items of 双公示 (C5). Their fields carry the names of the national template,
 * each with the prefix of its item; what the envelope of the record says may be left out and must agree where it stands.
 *
 * @param prefix of every field
 * @param body field that names the deciding body; its code has {@code dm} behind
 */
record DoubleDisclosure(String prefix, String body) {
    private static final List<DoubleDisclosure> BOTH =
            List.of(new DoubleDisclosure("cf_", "cf_cfjg"), new DoubleDisclosure("xk_", "xk_xkjg"));
    private static final String ORGANISATION = "法人及非法人组织";
    private static final String PERSON = "自然人";
    private static final String HOUSEHOLD = "个体工商户";

    static @Nullable DoubleDisclosure of(CatalogueItem item) {
        return !item.doubleDisclosure()
                ? null
                : BOTH.stream()
                        .filter(layout -> item.field(layout.body).isPresent())
                        .findFirst()
                        .orElse(null);
    }

    /** That of a record with these fields. */
    static @Nullable DoubleDisclosure in(Map<String, String> fields) {
        return BOTH.stream()
                .filter(layout -> fields.containsKey(layout.body))
                .findFirst()
                .orElse(null);
    }

    String bodyCode() {
        return body + "dm";
    }

    /** Who decided, by code where it is said. */
    String decidedBy(Map<String, String> values) {
        String code = values.get(bodyCode());
        return code == null ? values.getOrDefault(body, "") : code;
    }

    String provider() {
        return prefix + "sjly";
    }

    String providerCode() {
        return prefix + "sjlydm";
    }

    private String sort() {
        return prefix + "xdr_lb";
    }

    private String number() {
        return prefix + "wsh";
    }

    private String name() {
        return prefix + "xdr_mc";
    }

    private String code() {
        return prefix + "xdr_shxym";
    }

    private String decided() {
        return prefix + "jdrq";
    }

    private String kindOfDocument() {
        return prefix + "xdr_zjlx";
    }

    private String idNumber() {
        return prefix + "xdr_zjhm";
    }

    private String leader() {
        return prefix + "frdb";
    }

    /** What the envelope says and is not kept twice. */
    List<String> envelope() {
        return List.of(number(), name(), code(), decided(), kindOfDocument());
    }

    /** What was said of number, subject and day in the fields as well is the same as in the envelope. */
    void agree(
            Form fields,
            String number,
            @Nullable Identity subject,
            @Nullable LocalDate decidedOn,
            IdentityReader reader) {
        String alsoNumber = fields.optionalText(number(), 128);
        if (alsoNumber != null && !number.isEmpty() && !DocumentNumbers.same(alsoNumber, number)) {
            fields.error(number(), ErrorCode.FORMAT);
        }
        String alsoName = fields.optionalText(name(), 200);
        if (alsoName != null && subject != null && !alsoName.equals(subject.name())) {
            fields.error(name(), ErrorCode.FORMAT);
        }
        LocalDate alsoDecided = fields.optionalDate(decided());
        if (alsoDecided != null && decidedOn != null && !alsoDecided.equals(decidedOn)) {
            fields.error(decided(), ErrorCode.FORMAT);
        }
        String alsoCode = reader.sameCode(fields, code());
        if (alsoCode != null && subject != null && !alsoCode.equals(subject.key())) {
            fields.error(code(), subject.kind() == SubjectKind.PERSON ? ErrorCode.CODE_NOT_ALLOWED : ErrorCode.FORMAT);
        }
    }

    /** Name and code of who decided and who hands in, where they are left out. */
    void complete(Map<String, String> values, Department department, @Nullable Identity subject) {
        values.putIfAbsent(provider(), department.name());
        values.putIfAbsent(body, department.name());
        if (department.unifiedCode() != null) {
            values.putIfAbsent(providerCode(), department.unifiedCode());
            if (values.get(body).equals(department.name())) {
                values.putIfAbsent(bodyCode(), department.unifiedCode());
            }
        }
        if (subject != null) {
            values.putIfAbsent(sort(), subject.kind() == SubjectKind.PERSON ? PERSON : ORGANISATION);
        }
    }

    /** The sort of the party fits the subject. */
    void judgeSort(Form fields, Map<String, String> values, @Nullable Identity subject) {
        String sort = values.get(sort());
        if (sort != null && subject != null && sort.equals(PERSON) != (subject.kind() == SubjectKind.PERSON)) {
            fields.error(sort(), ErrorCode.CODE_NOT_ALLOWED);
        }
    }

    /** Who leads the organisation, or runs the household, where a number says who that is. */
    @Nullable
    PersonSaid behind(Form fields, Map<String, String> values, @Nullable Identity subject, IdentityReader reader) {
        boolean person = subject != null && subject.kind() == SubjectKind.PERSON;
        boolean household = HOUSEHOLD.equals(values.get(sort()));
        PersonDocument party = reader.optionalDocument(fields, kindOfDocument(), idNumber());
        PersonDocument leader = reader.optionalDocument(fields, prefix + "fr_zjlx", prefix + "fr_sfzh");
        if (party != null
                && subject instanceof Identity.Person said
                && !party.key().equals(said.key())) {
            fields.error(idNumber(), ErrorCode.FORMAT);
        }
        if (party != null && subject != null && !person && !household) {
            fields.error(idNumber(), ErrorCode.CODE_NOT_ALLOWED);
        }
        PersonDocument known = leader == null && household ? party : leader;
        String name = values.get(leader());
        return known == null || name == null || person
                ? null
                : new PersonSaid(
                        new Identity.Person(known, name),
                        household ? PersonRole.PRINCIPAL : PersonRole.LEGAL_REPRESENTATIVE);
    }

    /** Whether the same person leads, where only the name is said again. */
    static boolean sameLeader(Map<String, String> before, Map<String, String> now) {
        return BOTH.stream()
                .map(DoubleDisclosure::leader)
                .anyMatch(name -> now.get(name) != null && now.get(name).equals(before.get(name)));
    }

    /**
     * A kind asks for its amount or certificate, dates follow one another, and nothing is published for too long.
     *
     * @param asked whether a field is asked for
     */
    void judge(
            Form fields,
            Map<String, String> values,
            CatalogueItem item,
            @Nullable LocalDate decidedOn,
            RulePack pack,
            Predicate<String> asked) {
        for (ItemField field : item.fields()) {
            String said = values.get(field.name());
            if (field.needs() != null && said != null) {
                FieldValues.split(said).stream()
                        .filter(field.needs()::containsKey)
                        .map(field.needs()::get)
                        .filter(asked)
                        .forEach(needed -> judgeNeeded(fields, item, needed, values.get(needed)));
            }
        }
        LocalDate from = date(values, prefix + "yxqz");
        LocalDate to = date(values, prefix + "yxqzi");
        if (from != null && to != null && to.isBefore(from)) {
            fields.error(prefix + "yxqzi", ErrorCode.DATE_ORDER);
        }
        LocalDate publishedUntil = publishedUntil(values);
        if (publishedUntil != null && decidedOn != null) {
            if (publishedUntil.isBefore(decidedOn)) {
                fields.error(prefix + "gsjzq", ErrorCode.DATE_ORDER);
            } else if (publishedUntil.isAfter(decidedOn.plus(pack.longest()))) {
                fields.error(prefix + "gsjzq", ErrorCode.PERIOD_TOO_LONG, pack.longestBasis());
            }
        }
    }

    private static void judgeNeeded(Form fields, CatalogueItem item, String needed, @Nullable String value) {
        boolean amount = item.field(needed).orElseThrow().type() == FieldType.AMOUNT;
        if (value == null || (amount && new BigDecimal(value).signum() == 0)) {
            fields.error(needed, amount ? ErrorCode.AMOUNT_REQUIRED : ErrorCode.CERTIFICATE_REQUIRED);
        }
    }

    /** 公示截止期 */
    @Nullable
    LocalDate publishedUntil(Map<String, String> values) {
        return date(values, prefix + "gsjzq");
    }

    private static @Nullable LocalDate date(Map<String, String> values, String name) {
        String text = values.get(name);
        return text == null ? null : LocalDate.parse(text);
    }
}
