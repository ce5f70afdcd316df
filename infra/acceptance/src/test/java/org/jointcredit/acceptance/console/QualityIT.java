package org.jointcredit.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.jointcredit.acceptance.House.FRONT;

import com.microsoft.playwright.Locator;
import org.jointcredit.acceptance.Front;
import org.jointcredit.acceptance.Invented;
import org.junit.jupiter.api.Test;

/** Issue 6, 10: how late and how often refused each provider hands in, for the credit office and for itself (C5, C7). */
class QualityIT {
    @Test
    void theCreditOfficeComparesTheProviders() {
        handIn();
        try (var browser = Browser.of("drc-office").sized(1440, 900).open()) {
            var page = browser.visit("/quality");
            assertThat(page.locator("[data-test='by-month'] canvas")).isVisible();
            var market = page.locator("[data-test='in-month'] .el-table__row")
                    .filter(new Locator.FilterOptions().setHasText("市场监督管理局"));
            assertThat(market).hasCount(1);
            assertThat(market).containsText("%");
            page.locator("[data-test='by-month'] summary").click();
            assertThat(page.locator("[data-test='by-month'] tbody tr")).hasCount(12);
            browser.hasNoSeriousFindings();
            browser.screenshot("quality");
        }
    }

    @Test
    void aProviderSeesItselfOnAPhoneInEnglish() {
        handIn();
        try (var browser =
                Browser.of("market-reporter").inEnglish().sized(390, 844).open()) {
            var page = browser.visit("/quality");
            var rows = page.locator("[data-test='in-month'] .el-table__row");
            assertThat(rows).hasCount(1);
            assertThat(rows).containsText("Market Regulation");
            assertThat(page.locator("main")).containsText("your department");
            browser.hasNoSeriousFindings();
            browser.screenshot("quality-phone-en");
        }
    }

    /** One that is taken, and one that is refused. */
    private static void handIn() {
        var number = Recorded.number("元市监罚");
        Recorded.penalty(number, Recorded.organisation(new Invented(number.hashCode()).code(), "元宝山质量示例有限公司"));
        FRONT.post(
                        "sys-market",
                        "collection/records",
                        Front.JSON.createObjectNode().put("item", "XYGS-CF"))
                .expect(422);
    }
}
