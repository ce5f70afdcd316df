package org.jointcredit.sanction.rule;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jointcredit.contract.event.ListClass;
import org.jointcredit.contract.event.ListedSubject;
import org.jointcredit.contract.event.PersonBehind;
import org.jointcredit.contract.event.PersonRole;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.sanction.measure.Measure;
import org.jointcredit.sanction.measure.Measures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * S2, P4.2-P4.6: what the default rule set plans for a listing. Expectations are written out from law-codes.md ("The
 * default rule set", "Reach"), each as {@code measure/agency/subject}.
 */
class RuleSetTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private final RuleSet rules = RuleSets.shipped().inForce(TODAY).entries().getFirst();
    private final List<Measure> measures = Measures.shipped().inForce(TODAY).entries();

    /** Every S- measure that reaches an organisation, but for those with conditions. */
    private static final String ON_AN_ORGANISATION = """
            S-KEY-SUPERVISION market ecology emergency housing transport
            S-NO-EXEMPTION market ecology
            S-NO-CONVENIENCE approval
            S-MARKET-BAN market housing approval
            S-PROJECT-LIMIT drc approval
            S-FRANCHISE-LIMIT housing transport
            S-FUNDING-LIMIT finance drc
            S-TRADING-LIMIT trading
            S-HONOUR-REVOKE drc market hrss
            S-LICENCE-STRICT approval market
            S-SECURITIES-LIMIT finance
            S-INTERNET-LIMIT culture approval
            S-CREDIT-STRICT bank
            S-DISCLOSE drc
            """;

    private static final String ON_A_PERSON = """
            S-NO-CONVENIENCE approval
            S-MARKET-BAN market housing approval
            S-FUNDING-LIMIT finance drc
            S-TRADING-LIMIT trading
            S-POST-LIMIT market hrss
            S-HONOUR-REVOKE drc market hrss
            S-LICENCE-STRICT approval market
            S-CREDIT-STRICT bank
            S-DISCLOSE drc
            """;

    private static final String ASSOCIATION = "S-ASSOCIATION culture\n";
    private static final String CONSUMPTION = "S-CONSUMPTION-LIMIT court transport culture housing\n";

    /** B1, B2 and B3 reach legal representatives and principals. */
    private static final String ON_THE_HEAD = """
            S-MARKET-BAN market housing approval
            S-POST-LIMIT market hrss
            S-HONOUR-REVOKE drc market hrss
            """;

    private static final String HONOURS = "S-HONOUR-REVOKE drc market hrss\n";
    private static final String MARKET_BAN = "S-MARKET-BAN market housing approval\n";

    @Test
    void an_organisation_on_a_severe_list_gets_every_sanction_that_reaches_it() {
        assertPlan(severe("LIFE_AND_HEALTH", "SEVERE-FIRE", ORGANISATION), on("org", ON_AN_ORGANISATION));
        assertPlan(severe("DEFENCE", "SEVERE-DEFENCE", ORGANISATION), on("org", ON_AN_ORGANISATION));
    }

    @Test
    void a_person_listed_directly_gets_every_sanction_that_reaches_persons() {
        assertPlan(severe("LIFE_AND_HEALTH", "SEVERE-FIRE", PERSON), on("person", ON_A_PERSON));
    }

    @Test
    void associations_sanction_disruption_of_market_order_only_P4_4() {
        assertPlan(severe("MARKET_ORDER", "SEVERE-TAX", ORGANISATION), on("org", ON_AN_ORGANISATION + ASSOCIATION));
        assertPlan(severe("MARKET_ORDER", "SEVERE-TAX", PERSON), on("person", ON_A_PERSON));
        assertThat(plan(severe("LEGAL_DUTIES", "SEVERE-JUDGMENT", ORGANISATION)))
                .noneMatch(planned -> planned.measure().equals("S-ASSOCIATION"));
    }

    @Test
    void consumption_is_limited_for_refusal_to_perform_despite_ability_only_P4_3() {
        assertPlan(severe("LEGAL_DUTIES", "SEVERE-JUDGMENT", PERSON), on("person", ON_A_PERSON + CONSUMPTION));
        assertPlan(
                severe(
                        "LEGAL_DUTIES",
                        "SEVERE-JUDGMENT",
                        ORGANISATION,
                        behind("li", PersonRole.LEGAL_REPRESENTATIVE, false)),
                on("org", ON_AN_ORGANISATION),
                on("li", ON_THE_HEAD + CONSUMPTION));
        assertThat(plan(severe("MARKET_ORDER", "SEVERE-DEBT", PERSON)))
                .noneMatch(planned -> planned.measure().equals("S-CONSUMPTION-LIMIT"));
    }

    @Test
    void behind_an_organisation_legal_representative_and_principal_are_reached_P4_2() {
        for (PersonRole head : new PersonRole[] {PersonRole.LEGAL_REPRESENTATIVE, PersonRole.PRINCIPAL}) {
            assertPlan(
                    severe("LIFE_AND_HEALTH", "SEVERE-FIRE", ORGANISATION, behind("li", head, false)),
                    on("org", ON_AN_ORGANISATION),
                    on("li", ON_THE_HEAD));
        }
    }

    @Test
    void practitioners_directors_and_shareholders_only_if_directly_responsible_P4_2() {
        for (PersonRole role :
                new PersonRole[] {PersonRole.PRACTITIONER, PersonRole.DIRECTOR, PersonRole.SHAREHOLDER}) {
            assertPlan(
                    severe("LIFE_AND_HEALTH", "SEVERE-FIRE", ORGANISATION, behind("li", role, false)),
                    on("org", ON_AN_ORGANISATION));
            assertPlan(
                    severe("LIFE_AND_HEALTH", "SEVERE-FIRE", ORGANISATION, behind("li", role, true)),
                    on("org", ON_AN_ORGANISATION),
                    on("li", role == PersonRole.PRACTITIONER ? MARKET_BAN : HONOURS));
        }
    }

    @Test
    void senior_managers_lose_honours_whether_directly_responsible_or_not_P4_2() {
        for (boolean responsible : new boolean[] {true, false}) {
            assertPlan(
                    severe(
                            "LIFE_AND_HEALTH",
                            "SEVERE-FIRE",
                            ORGANISATION,
                            behind("li", PersonRole.SENIOR_MANAGER, responsible)),
                    on("org", ON_AN_ORGANISATION),
                    on("li", HONOURS));
        }
    }

    @Test
    void a_supervisor_is_reached_by_nothing() {
        assertPlan(
                severe("LEGAL_DUTIES", "SEVERE-JUDGMENT", ORGANISATION, behind("li", PersonRole.SUPERVISOR, true)),
                on("org", ON_AN_ORGANISATION));
    }

    @Test
    void a_person_in_two_roles_is_one_subject() {
        assertPlan(
                severe(
                        "LIFE_AND_HEALTH",
                        "SEVERE-FIRE",
                        ORGANISATION,
                        behind("li", PersonRole.DIRECTOR, true),
                        behind("li", PersonRole.PRINCIPAL, false),
                        behind("li", PersonRole.SUPERVISOR, false),
                        behind("wang", PersonRole.SHAREHOLDER, true)),
                on("org", ON_AN_ORGANISATION),
                on("li", ON_THE_HEAD),
                on("wang", HONOURS));
    }

    @Test
    void whom_the_decision_calls_directly_responsible_is_so_in_every_role() {
        assertPlan(
                severe(
                        "LIFE_AND_HEALTH",
                        "SEVERE-FIRE",
                        ORGANISATION,
                        behind("li", PersonRole.DIRECTOR, true),
                        behind("li", PersonRole.PRACTITIONER, false)),
                on("org", ON_AN_ORGANISATION),
                on("li", HONOURS + MARKET_BAN));
    }

    @Test
    void persons_behind_stand_behind_organisations_only() {
        assertPlan(
                severe("LIFE_AND_HEALTH", "SEVERE-FIRE", PERSON, behind("li", PersonRole.LEGAL_REPRESENTATIVE, true)),
                on("person", ON_A_PERSON));
    }

    @Test
    void a_red_list_sets_off_every_incentive_for_the_listed_one_and_nobody_behind_it_A24() {
        assertPlan(
                trigger(
                        ListClass.RED,
                        null,
                        "RED-AWARD",
                        ORGANISATION,
                        behind("li", PersonRole.LEGAL_REPRESENTATIVE, true)),
                on("org", """
                        I-GREEN-CHANNEL approval
                        I-TOLERANCE approval
                        I-SUBSIDY finance
                        I-PROJECT finance drc
                        I-BID-CREDIT trading finance
                        I-INSPECTION market ecology emergency housing
                        I-FINANCE bank tax
                        I-PROMOTION drc market culture
                        I-HONOUR hrss drc
                        """));
        assertPlan(trigger(ListClass.RED, null, "RED-AWARD", PERSON), on("person", """
                        I-GREEN-CHANNEL approval
                        I-TOLERANCE approval
                        I-PERSONAL education hrss
                        I-FINANCE bank tax
                        I-HONOUR hrss drc
                        """));
    }

    @Test
    void a_reference_list_sets_off_nothing_P5_5() {
        assertThat(plan(trigger(ListClass.REFERENCE, null, "REF-FINANCE", ORGANISATION)))
                .isEmpty();
    }

    @Test
    void each_notice_names_a_rule_that_has_a_basis_and_asks_for_its_measure() {
        assertThat(plan(severe("MARKET_ORDER", "SEVERE-TAX", ORGANISATION)))
                .allSatisfy(planned -> assertThat(rules.rules())
                        .filteredOn(rule -> rule.id().equals(planned.rule()))
                        .singleElement()
                        .satisfies(rule -> {
                            assertThat(rule.measures()).contains(planned.measure());
                            assertThat(rule.basis()).startsWith("元政字〔2021〕77号");
                            assertThat(rule.nameEn()).isNotBlank();
                        }));
        assertThat(rules.id()).isEqualTo("default-2021");
    }

    @Test
    void the_same_listing_always_gives_the_same_plan_in_the_same_order() {
        Trigger trigger = severe("MARKET_ORDER", "SEVERE-TAX", ORGANISATION, behind("li", PersonRole.PRINCIPAL, false));
        assertThat(plan(trigger)).isEqualTo(plan(trigger));
    }

    @Test
    void a_measure_that_two_rules_ask_for_is_planned_once_by_the_first() {
        Rule first = new Rule("A", "甲", "a", ListClass.RED, null, null, List.of("I-SUBSIDY"), "b");
        Rule second = new Rule("B", "乙", "b", ListClass.RED, null, null, List.of("I-SUBSIDY"), "b");
        RuleSet set = new RuleSet("s", "名", "name", "basis", List.of(first, second));
        assertThat(set.plan(measures, trigger(ListClass.RED, null, "RED-AWARD", ORGANISATION)))
                .containsExactly(new Planned("I-SUBSIDY", "finance", "org", "A"));
    }

    private static final SubjectKind ORGANISATION = SubjectKind.ORGANISATION;
    private static final SubjectKind PERSON = SubjectKind.PERSON;

    private List<Planned> plan(Trigger trigger) {
        return rules.plan(measures, trigger);
    }

    @SafeVarargs
    private void assertPlan(Trigger trigger, List<String>... expected) {
        List<Planned> plan = plan(trigger);
        assertThat(plan)
                .extracting(p -> p.measure() + "/" + p.agency() + "/" + p.subject())
                .doesNotHaveDuplicates();
        Set<String> planned = plan.stream()
                .map(p -> p.measure() + "/" + p.agency() + "/" + p.subject())
                .collect(toCollection(TreeSet::new));
        assertThat(planned)
                .containsExactlyElementsOf(
                        Arrays.stream(expected).flatMap(List::stream).collect(toCollection(TreeSet::new)));
    }

    /** Lines of a measure and its agencies as notices on one subject. */
    private static List<String> on(String subject, String lines) {
        List<String> notices = new ArrayList<>();
        lines.lines().map(line -> line.split(" ")).forEach(words -> {
            for (int i = 1; i < words.length; i++) {
                notices.add(words[0] + "/" + words[i] + "/" + subject);
            }
        });
        return notices;
    }

    private static Trigger severe(String group, String listType, SubjectKind kind, PersonBehind... persons) {
        return trigger(ListClass.SEVERE, group, listType, kind, persons);
    }

    private static Trigger trigger(
            ListClass listClass, @Nullable String group, String listType, SubjectKind kind, PersonBehind... persons) {
        String id = kind == SubjectKind.ORGANISATION ? "org" : "person";
        return new Trigger(
                listClass, group, listType, new ListedSubject(id, kind, null, null, List.of()), List.of(persons));
    }

    private static PersonBehind behind(String subject, PersonRole role, boolean directlyResponsible) {
        return new PersonBehind(subject, role, directlyResponsible, List.of());
    }
}
