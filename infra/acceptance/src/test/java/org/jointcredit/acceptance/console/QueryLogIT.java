package org.jointcredit.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Issue 6, 9 and 10: the auditor reads the query log with its alarms, an organ's supervisor its own part (D4, X2). */
class QueryLogIT {
    @Test
    void theAuditorSeesTheAlarmFirstThenTheDaysThenEachLook() {
        var matter = Recorded.number("元市监检");
        var beyond = Recorded.number("越权");
        var wang = Recorded.person(Recorded.WANG, "王示例");
        Recorded.isAskedAbout(wang, "market-implementer", "INSPECTION", matter, 201);
        Recorded.isAskedAbout(wang, "tax-implementer", "PROJECT", beyond, 403);
        try (var browser = Browser.of("drc-auditor").sized(1440, 900).open()) {
            var page = browser.visit("/query-log");
            assertThat(page.locator("[data-test='alarms']")).containsText(beyond);
            assertThat(page.locator("[data-test='days'] canvas")).isVisible();
            assertThat(row(page, matter)).containsText("日常监督管理");
            assertThat(row(page, matter)).containsText("market-implementer");
            assertThat(row(page, beyond)).containsText("被拒绝");
            assertThat(row(page, matter)).not().containsText("王示例");
            browser.hasNoSeriousFindings();
            browser.screenshot("query-log");

            page.navigate("/query-log?kind=REFUSED&dept=tax");
            assertThat(row(page, beyond)).hasCount(1);
            assertThat(row(page, matter)).hasCount(0);
        }
    }

    @Test
    void aSupervisorSeesTheLooksOfItsOwnOrganOnAPhoneInEnglish() {
        var own = Recorded.number("核");
        var others = Recorded.number("元市监检");
        var wang = Recorded.person(Recorded.WANG, "王示例");
        Recorded.isAskedAbout(wang, "market-implementer", "INSPECTION", others, 201);
        Recorded.isAskedAbout(wang, "drc-office", "CREDIT-WORK", own, 201);
        try (var browser =
                Browser.of("drc-supervisor").inEnglish().sized(390, 844).open()) {
            var page = browser.visit("/query-log");
            assertThat(row(page, own)).containsText("Verification of credit information");
            assertThat(row(page, others)).hasCount(0);
            browser.hasNoSeriousFindings();
            browser.screenshot("query-log-phone-en");
        }
    }

    private static Locator row(Page page, String matter) {
        return page.locator(".el-table__row").filter(new Locator.FilterOptions().setHasText(matter));
    }
}
