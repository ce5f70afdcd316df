package org.jointcredit.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.acceptance.House.FRONT;

import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;

/** Issue 5, 2 and 3: the office sees it all, as it happens, and every figure opens the list behind it (V1). */
class OverviewIT {
    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(15_000);

    private final Told told = Told.published();

    @Test
    void everyFigureOpensTheListBehindIt() {
        try (var browser = Browser.of("drc-supervisor").sized(1440, 2400).open()) {
            var page = browser.visit("/overview?agency=market&measure=S-KEY-SUPERVISION");
            var total = FRONT.get(
                            "drc-supervisor", "sanction/supervision/overview?agency=market&measure=S-KEY-SUPERVISION")
                    .expect(200)
                    .path("total")
                    .asInt();
            assertThat(total).isPositive();
            var figure = page.locator("[data-test='figure-count']");
            assertThat(figure).containsText("%,d".formatted(total), PATIENTLY);

            figure.click();

            page.waitForURL("**/notices?agency=market&measure=S-KEY-SUPERVISION&issuedFrom=*");
            assertThat(page.locator(".el-pagination__total")).hasText("共 " + total + " 条");
        }
    }

    @Test
    void whatHappensIsSeenWithoutAReload() {
        try (var browser = Browser.of("drc-supervisor").sized(1440, 2400).open()) {
            var page = browser.visit("/overview");
            var feed = page.locator(".feed");
            assertThat(feed).containsText("实时", PATIENTLY);
            var before = page.locator("[data-test='figure-toReceive'] b");
            assertThat(before).isVisible();
            var owed = before.innerText();

            Told.does("market", told.notice("S-LICENCE-STRICT", "market"), "receipt", "李执行");

            assertThat(feed).containsText("市场监督管理局 已签收 1 件", PATIENTLY);
            assertThat(feed).containsText("从严审核行政许可", PATIENTLY);
            assertThat(before).not().hasText(owed, new LocatorAssertions.HasTextOptions().setTimeout(15_000));
            browser.hasNoSeriousFindings();
            browser.screenshot("overview");
        }
    }

    @Test
    void itIsEnglishTooAndGoesOutAsAWorkbook() {
        try (var browser =
                Browser.of("drc-auditor").inEnglish().sized(1440, 2400).open()) {
            var page = browser.visit("/overview?listType=SEVERE-FALSE-AD");
            assertThat(page.locator("main")).containsText("Agency × measure", PATIENTLY);
            browser.hasNoSeriousFindings();
            browser.screenshot("overview-en");

            var file =
                    page.waitForDownload(() -> browser.button("Export").first().click());

            assertThat(file.suggestedFilename()).endsWith(".xlsx");
        }
    }

    @Test
    void anAgencySeesItsOwnFiguresOnly() {
        try (var browser = Browser.of("housing-implementer").open()) {
            var page = browser.visit("/overview");
            assertThat(page.locator("h1")).hasText("本部门执行情况");
            assertThat(page.locator("main")).not().containsText("税务局");
        }
        try (var browser = Browser.of("tax-reporter").open()) {
            assertThat(browser.visit("/overview").locator("main")).containsText("您的岗位无权查看此页");
        }
    }
}
