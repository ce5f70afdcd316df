package org.jointcredit.sanction.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointcredit.contract.event.Owes;
import org.jointcredit.contract.event.PersonRole;
import org.junit.jupiter.api.Test;

/** S1: the measures that ship, as law-codes.md writes them down from P3.2-P3.6, P4.2-P4.4 and A24-A26. */
class MeasuresTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    /** code | kind | force | reach | nature | agencies | scenes */
    private static final String MEASURES = """
            I-GREEN-CHANNEL | INCENTIVE | R | O P | G | approval | LICENCE
            I-TOLERANCE | INCENTIVE | M | O P | G | approval | LICENCE
            I-SUBSIDY | INCENTIVE | R | O | G | finance | SUBSIDY
            I-PROJECT | INCENTIVE | R | O | G | finance drc | FUNDING
            I-PERSONAL | INCENTIVE | R | P | G | education hrss | PUBLIC-SERVICE
            I-BID-CREDIT | INCENTIVE | R | O | G | trading finance | BIDDING PROCUREMENT
            I-INSPECTION | INCENTIVE | M | O | C | market ecology emergency housing | INSPECTION
            I-FINANCE | INCENTIVE | R | O P | G | bank tax | CREDIT
            I-PROMOTION | INCENTIVE | R | O | C | drc market culture | PUBLICITY
            I-HONOUR | INCENTIVE | R | O P | G | hrss drc | AWARD RECRUITMENT
            S-KEY-SUPERVISION | SANCTION | M | O | C | market ecology emergency housing transport | INSPECTION
            S-NO-EXEMPTION | SANCTION | M | O | C | market ecology | INSPECTION
            S-NO-CONVENIENCE | SANCTION | M | O P | C | approval | LICENCE
            S-MARKET-BAN | SANCTION | M | O P B1 | G | market housing approval | LICENCE QUALIFICATION
            S-PROJECT-LIMIT | SANCTION | M | O | G | drc approval | PROJECT
            S-FRANCHISE-LIMIT | SANCTION | M | O | G | housing transport | FRANCHISE
            S-FUNDING-LIMIT | SANCTION | M | O P | G | finance drc | FUNDING SUBSIDY
            S-TRADING-LIMIT | SANCTION | M | O P | G | trading | BIDDING PROCUREMENT LAND
            S-POST-LIMIT | SANCTION | M | P B3 | G | market hrss | POST
            S-CONSUMPTION-LIMIT | SANCTION | M | P B3 | C | court transport culture housing | CONSUMPTION TRAVEL
            S-HONOUR-REVOKE | SANCTION | M | O P B2 | C | drc market hrss | AWARD
            S-LICENCE-STRICT | SANCTION | M | O P | G | approval market | LICENCE
            S-SECURITIES-LIMIT | SANCTION | R | O | G | finance | FINANCE
            S-INTERNET-LIMIT | SANCTION | M | O | G | culture approval | LICENCE
            S-CREDIT-STRICT | SANCTION | R | O P | C | bank | CREDIT
            S-DISCLOSE | SANCTION | M | O P | C | drc | PUBLICITY
            S-ASSOCIATION | SANCTION | R | O | C | culture | ASSOCIATION
            """;

    private static final Map<String, String> BEHIND = Map.of(
            "B1", "LEGAL_REPRESENTATIVE PRINCIPAL PRACTITIONER*",
            "B2", "LEGAL_REPRESENTATIVE PRINCIPAL SENIOR_MANAGER DIRECTOR* SHAREHOLDER*",
            "B3", "LEGAL_REPRESENTATIVE PRINCIPAL");

    private final List<Measure> measures = Measures.shipped().inForce(TODAY).entries();

    @Test
    void twenty_seven_measures_with_force_reach_nature_agencies_and_scenes() {
        assertThat(measures).hasSize(27);
        assertThat(measures.stream()
                        .map(measure -> String.join(
                                " | ",
                                measure.code(),
                                measure.kind().name(),
                                measure.force().name().substring(0, 1),
                                reach(measure),
                                measure.nature().name().substring(0, 1),
                                String.join(" ", measure.agencies()),
                                String.join(" ", measure.scenes())))
                        .collect(Collectors.joining("\n", "", "\n")))
                .isEqualTo(MEASURES);
    }

    @Test
    void every_measure_has_both_names_a_text_its_basis_and_the_governments_approval() {
        assertThat(measures).allSatisfy(measure -> {
            assertThat(measure.name()).isNotBlank();
            assertThat(measure.nameEn()).isNotBlank();
            assertThat(measure.text()).isNotBlank();
            assertThat(measure.basis()).startsWith("元政字〔2021〕77号");
            assertThat(measure.approval()).contains("元政字〔2021〕77号");
        });
    }

    @Test
    void nobody_outside_the_government_is_compelled_S10() {
        assertThat(measures)
                .filteredOn(measure -> measure.agencies().contains("bank"))
                .hasSize(2)
                .allSatisfy(measure -> assertThat(measure.force().name()).isEqualTo("RECOMMENDED"));
    }

    @Test
    void supervisors_are_reached_by_nothing() {
        assertThat(measures).noneMatch(measure -> measure.reach().behind(PersonRole.SUPERVISOR, true));
    }

    @Test
    void the_deadlines_of_a_notice_are_2_10_1_3_5_working_days_S4() {
        var deadlines = DeadlineLaw.shipped().inForce(TODAY);
        assertThat(Stream.of(Owes.RECEIPT, Owes.EXECUTION, Owes.PAUSE, Owes.RELEASE, Owes.UNDOING)
                        .map(owes -> deadlines.of(owes).workingDays()))
                .containsExactly(2, 10, 1, 3, 5);
    }

    private static String reach(Measure measure) {
        Reach reach = measure.reach();
        String behind = reach.behind().stream()
                .map(role -> role.role() + (role.onlyDirectlyResponsible() ? "*" : ""))
                .collect(Collectors.joining(" "));
        String group = BEHIND.entrySet().stream()
                .filter(entry -> entry.getValue().equals(behind))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
        return List.of(reach.organisation() ? "O" : "", reach.person() ? "P" : "", group).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
