package org.jointcredit.collection.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jointcredit.contract.event.ListClass;
import org.jointcredit.contract.event.SubjectKind;
import org.junit.jupiter.api.Test;

/** C6: the list types that ship, as law-codes.md writes them down from P4.1, A8, A11, P3.1 and P5.5. */
class ListTypesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    /** code | initiating department | group | subjects */
    private static final String SEVERE = """
            SEVERE-FOOD-DRUG | market | life and health | O P
            SEVERE-ECOLOGY | ecology | life and health | O P
            SEVERE-CONSTRUCTION | housing | life and health | O
            SEVERE-WORK-SAFETY | emergency | life and health | O P
            SEVERE-FIRE | emergency | life and health | O P
            SEVERE-CCC | market | life and health | O
            SEVERE-BRIBERY | court | market order | O P
            SEVERE-TAX | tax | market order | O P
            SEVERE-DEBT | court | market order | O P
            SEVERE-PAYMENT | market | market order | O P
            SEVERE-WAGES | hrss | market order | O P
            SEVERE-LABOUR | hrss | market order | O P
            SEVERE-FUNDRAISING | finance | market order | O P
            SEVERE-CONTRACT-FRAUD | market | market order | O P
            SEVERE-PYRAMID | market | market order | O P
            SEVERE-UNLICENSED | market | market order | O P
            SEVERE-COUNTERFEIT | market | market order | O P
            SEVERE-IP | market | market order | O P
            SEVERE-QUALIFICATION | trading | market order | O
            SEVERE-BID-RIGGING | trading | market order | O
            SEVERE-FALSE-AD | market | market order | O P
            SEVERE-CONSUMER | market | market order | O P
            SEVERE-NETWORK | culture | market order | O P
            SEVERE-PUBLIC-ORDER | court | market order | O P
            SEVERE-JUDGMENT | court | duties by law | O P
            SEVERE-DEFENCE | emergency | defence | O P
            """;

    private static final String RED = """
            RED-HONEST-MODEL | drc | O P
            RED-AWARD | drc | O P
            RED-CONTRACT | market | O
            RED-TAX-A | tax | O
            RED-CUSTOMS | market | O
            RED-LABOUR | hrss | O
            RED-WATER | ecology | O
            RED-VOLUNTEER | education | O P
            """;

    private static final String REFERENCE = """
            REF-ASSOCIATION | drc | O P
            REF-CREDIT-AGENCY | drc | O P
            REF-FINANCE | drc | O P
            """;

    private final List<ListType> types = ListTypes.shipped().inForce(TODAY).entries();

    @Test
    void twenty_six_severe_types_with_department_group_and_subjects_P4_1() {
        assertThat(of(ListClass.SEVERE)).hasSize(26);
        assertThat(of(ListClass.SEVERE).stream()
                        .map(type ->
                                String.join(" | ", type.code(), type.department(), words(type.group()), letters(type)))
                        .collect(Collectors.joining("\n", "", "\n")))
                .isEqualTo(SEVERE);
    }

    @Test
    void eight_red_types_P3_1_A8_A11() {
        assertThat(lines(ListClass.RED)).isEqualTo(RED);
    }

    @Test
    void three_reference_types_that_set_off_nothing_P5_5() {
        assertThat(lines(ListClass.REFERENCE)).isEqualTo(REFERENCE);
    }

    @Test
    void every_type_has_both_names_its_standard_and_its_basis() {
        assertThat(types).hasSize(37).allSatisfy(type -> {
            assertThat(type.name()).isNotBlank();
            assertThat(type.nameEn()).isNotBlank();
            assertThat(type.standard().text()).isNotBlank();
            assertThat(type.standard().basis()).contains("元政字〔2021〕77号");
            assertThat(type.basis()).contains("元政字〔2021〕77号");
        });
        assertThat(types).extracting(ListType::code).doesNotHaveDuplicates();
    }

    @Test
    void departments_own_lists_say_how_one_leaves_them_P5_5_P5_7() {
        assertThat(types)
                .filteredOn(type -> type.listClass() != ListClass.REFERENCE)
                .allSatisfy(type -> assertThat(type.exit()).isNotNull());
    }

    @Test
    void a_severe_list_whose_basis_is_of_a_lower_level_is_refused() {
        for (BasisLevel level : BasisLevel.values()) {
            boolean carries = level == BasisLevel.LAW
                    || level == BasisLevel.CENTRAL_POLICY
                    || level == BasisLevel.LOCAL_REGULATION;
            if (carries) {
                assertThat(severe(level).basisLevel()).isEqualTo(level);
            } else {
                assertThatThrownBy(() -> severe(level)).hasMessageContaining("国办发〔2020〕49号");
            }
        }
    }

    @Test
    void before_the_notice_there_were_no_types_and_an_unknown_code_is_none() {
        assertThat(ListTypes.shipped().find("SEVERE-TAX", TODAY)).isPresent();
        assertThat(ListTypes.shipped().find("SEVERE-LATENESS", TODAY)).isEmpty();
        assertThatThrownBy(() -> ListTypes.shipped().inForce(LocalDate.of(2021, 9, 12)))
                .isInstanceOf(IllegalStateException.class);
    }

    private static ListType severe(BasisLevel level) {
        return new ListType(
                "SEVERE-X",
                "名",
                "name",
                ListClass.SEVERE,
                ListGroup.MARKET_ORDER,
                "market",
                List.of(SubjectKind.ORGANISATION),
                new ListType.Provision("text", "basis"),
                "basis",
                level,
                null);
    }

    private List<ListType> of(ListClass listClass) {
        return types.stream().filter(type -> type.listClass() == listClass).toList();
    }

    private String lines(ListClass listClass) {
        return of(listClass).stream()
                .peek(type -> assertThat(type.group()).isNull())
                .map(type -> String.join(" | ", type.code(), type.department(), letters(type)))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String letters(ListType type) {
        return type.subjects().stream().map(kind -> kind.name().substring(0, 1)).collect(Collectors.joining(" "));
    }

    private static String words(@org.jspecify.annotations.Nullable ListGroup group) {
        assertThat(group).isNotNull();
        return switch (group) {
            case LIFE_AND_HEALTH -> "life and health";
            case MARKET_ORDER -> "market order";
            case LEGAL_DUTIES -> "duties by law";
            case DEFENCE -> "defence";
            case null -> "";
        };
    }
}
