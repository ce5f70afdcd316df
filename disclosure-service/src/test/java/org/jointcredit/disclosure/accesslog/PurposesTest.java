package org.jointcredit.disclosure.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jointcredit.platform.law.Department;
import org.jointcredit.platform.law.Departments;
import org.junit.jupiter.api.Test;

/** A19, A22: for what an organ may look. */
class PurposesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private final Purposes purposes = Purposes.shipped();

    @Test
    void everyPurposeHasItsBasisAndOpensSomething() {
        assertThat(purposes.inForce(TODAY).entries()).isNotEmpty().allSatisfy(purpose -> {
            assertThat(purpose.basis()).isNotBlank();
            assertThat(purpose.categories()).isNotEmpty();
            assertThat(purpose.nameEn()).isNotBlank();
        });
        assertThat(purposes.inForce(TODAY).entries()).extracting(Purpose::code).doesNotHaveDuplicates();
    }

    @Test
    void everyOrganHasPurposesAndSomeThatAreNotItsOwn() {
        var organs = Departments.load().all().stream().filter(Department::government);
        assertThat(organs).allSatisfy(organ -> {
            assertThat(purposes.inForce(TODAY).entries()).anyMatch(purpose -> purpose.isOpenTo(organ.code()));
            assertThat(purposes.inForce(TODAY).entries()).anyMatch(purpose -> !purpose.isOpenTo(organ.code()));
        });
    }
}
