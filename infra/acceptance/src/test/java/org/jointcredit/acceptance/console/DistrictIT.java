package org.jointcredit.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.jointcredit.acceptance.District;
import org.junit.jupiter.api.Test;

/** Issue 5, items 5 and 6: after a year in the district each page has something to show; the README shows these pages. */
class DistrictIT {
    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(15_000);

    @Test
    void theOfficeSeesTheYear() {
        try (var browser = of("drc-supervisor").sized(1440, 1800).open()) {
            var page = browser.visit("/overview");
            var total = Pattern.compile("notices issued +(\\d+)").matcher(District.TABLE);
            assertThat(total.find()).isTrue();
            assertThat(page.locator("main")).containsText("%,d".formatted(Integer.valueOf(total.group(1))), PATIENTLY);
            assertThat(page.locator("main canvas").first()).isVisible();
            browser.hasNoSeriousFindings();
            browser.screenshot("district-overview");
        }
    }

    @Test
    void theWallShowsIt() {
        try (var browser = of("drc-supervisor").sized(1920, 1080).open()) {
            var page = browser.visit("/wall");
            assertThat(page.locator(".screen canvas").first()).isVisible();
            assertThat(page.locator(".screen")).containsText("部门执行情况", PATIENTLY);
            browser.hasNoSeriousFindings();
            browser.screenshot("district-wall");
        }
    }

    @Test
    void anAgencyHasWorkAndEachNoticeItsStory() {
        try (var browser = of("market-implementer").sized(1440, 900).open()) {
            var page = browser.visit("/inbox");
            assertThat(rows(page).first()).isVisible();
            browser.hasNoSeriousFindings();
            browser.screenshot("district-inbox");

            page = browser.visit("/notices?agency=market&agencyState=UNDONE");
            rows(page)
                    .first()
                    .getByRole(com.microsoft.playwright.options.AriaRole.LINK)
                    .first()
                    .click();
            page.waitForURL("**/notices/*:*");
            assertThat(page.locator("main")).containsText("已执行", PATIENTLY);
            assertThat(page.locator("main")).containsText("撤回", PATIENTLY);
            browser.hasNoSeriousFindings();
            browser.screenshot("district-notice");
        }
    }

    @Test
    void theSameInTheHand() {
        try (var browser = of("market-implementer").sized(390, 844).open()) {
            var page = browser.visit("/inbox");
            assertThat(rows(page).first()).isVisible();
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= 390"))
                    .isTrue();
            browser.hasNoSeriousFindings();
            browser.screenshot("district-inbox-390");
        }
    }

    @Test
    void whatIsOverdueIsPublicInsideTheGovernment() {
        try (var browser = of("tax-reporter").inEnglish().sized(1440, 900).open()) {
            var page = browser.visit("/overdue");
            assertThat(rows(page).first()).isVisible();
            browser.hasNoSeriousFindings();
            browser.screenshot("district-overdue-en");
        }
    }

    @Test
    void theCreditOfficeComparesTheProviders() {
        try (var browser = of("drc-office").sized(1440, 1250).open()) {
            var page = browser.visit("/quality?month=" + YearMonth.now().minusMonths(1));
            assertThat(page.locator("[data-test='by-month'] canvas")).isVisible();
            assertThat(page.locator("[data-test='in-month'] canvas")).isVisible();
            assertThat(page.locator("[data-test='in-month'] .el-table__row").nth(2))
                    .isVisible();
            browser.hasNoSeriousFindings();
            browser.screenshot("district-quality");
        }
    }

    @Test
    void anApproverFindsWhatWaits() {
        try (var browser = of("market-approver").sized(1440, 900).open()) {
            var page = browser.visit("/listings?state=PROPOSED");
            assertThat(rows(page).first()).isVisible();
            browser.hasNoSeriousFindings();
            browser.screenshot("district-listings");
        }
    }

    private static Browser.As of(String username) {
        return Browser.of(username).before(District.SYSTEM);
    }

    private static Locator rows(Page page) {
        return page.locator("main [data-row], main tbody tr");
    }
}
