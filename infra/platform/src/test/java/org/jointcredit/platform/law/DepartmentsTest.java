package org.jointcredit.platform.law;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** interfaces.md, "Demo people and systems": the departments there are. */
class DepartmentsTest {
    private final Departments departments = Departments.load();

    @Test
    void the_fifteen_departments_of_the_district() {
        assertThat(departments.all())
                .extracting(Department::code)
                .containsExactly(
                        "drc",
                        "tax",
                        "market",
                        "hrss",
                        "housing",
                        "emergency",
                        "ecology",
                        "court",
                        "transport",
                        "finance",
                        "approval",
                        "trading",
                        "education",
                        "culture",
                        "bank");
        assertThat(departments.all()).allSatisfy(department -> {
            assertThat(department.name()).startsWith("赤峰市元宝山区");
            assertThat(department.nameEn()).contains("Yuanbaoshan");
        });
    }

    @Test
    void only_the_bank_is_outside_the_government_and_has_no_code_S10() {
        assertThat(departments.all())
                .filteredOn(department -> !department.government())
                .extracting(Department::code)
                .containsExactly("bank");
        assertThat(departments.find("bank").orElseThrow().unifiedCode()).isNull();
        assertThat(departments.find("tax").orElseThrow().unifiedCode()).isEqualTo("11150403MB1A000287");
        assertThat(departments.find("police")).isEmpty();
    }
}
