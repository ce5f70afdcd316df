package org.jointcredit.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Issue 5, 2: one notice — why it exists, what became of it, and whom else it concerns (S3, V1). */
class NoticePageIT {
    private final Told told = Told.published();

    @Test
    void itSaysWhyItExistsWithEachBasisAndItsTwinsElsewhere() {
        var notice = told.notice("S-MARKET-BAN", "market");
        try (var browser = Browser.of("drc-supervisor").sized(1440, 1200).open()) {
            var page = browser.visit("/notices/" + notice);
            var main = page.locator("main");
            assertThat(main).containsText("为什么有这件通知");
            assertThat(main).containsText("国办发〔2020〕49号");
            assertThat(main).containsText("这是强制性措施，应当执行。");
            assertThat(main).containsText("其他部门的同一措施");
            assertThat(main).containsText("住房和城乡建设局");
            // a supervisor reports nothing
            var commands = page.getByLabel("办理", new Page.GetByLabelOptions().setExact(true));
            assertThat(commands).hasCount(0);
            browser.hasNoSeriousFindings();
            browser.screenshot("notice");
        }
        try (var browser =
                Browser.of("drc-supervisor").inEnglish().sized(1440, 1200).open()) {
            assertThat(browser.visit("/notices/" + notice).locator("main")).containsText("Why this notice exists");
            browser.hasNoSeriousFindings();
            browser.screenshot("notice-en");
        }
    }

    @Test
    void theSecondOfTwoOfficersLearnsWhatTheFirstDid() {
        var notice = told.notice("S-HONOUR-REVOKE", "market");
        try (var browser = Browser.of("market-implementer").open()) {
            var page = browser.visit("/notices/" + notice);
            page.locator("[data-test='execution']").click();
            var dialog = page.getByRole(AriaRole.DIALOG);
            dialog.locator("[name='outcome']").fill("荣誉已撤销");
            Told.does("market", notice, "receipt", "李执行");

            dialog.locator("[data-test='send-report']").click();

            assertThat(dialog).containsText("您查看之后，这件通知已有变化");
            assertThat(dialog).containsText("李执行：已签收");
            browser.hasNoSeriousFindings();
            browser.screenshot("notice-moved");
            assertThat(Told.now(notice).path("agencyState").asString()).isEqualTo("RECEIVED");

            dialog.locator("[data-test='send-report']").click();
            assertThat(dialog).isHidden();
            assertThat(page.locator("main")).containsText("荣誉已撤销");
            assertThat(page.locator("main")).containsText("李执行");
        }
    }

    @Test
    void aPersonStandsWholeForItsOwnAgencyOnly() {
        var notice = told.notices().stream()
                .filter(each -> each.path("subject").path("kind").asString().equals("PERSON"))
                .filter(each -> each.path("agency").asString().equals("market"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        try (var own = Browser.of("market-implementer").open()) {
            assertThat(own.visit("/notices/" + notice).locator("main")).containsText("阿依·古丽");
        }
        try (var other = Browser.of("drc-auditor").open()) {
            var main = other.visit("/notices/" + notice).locator("main");
            assertThat(main).containsText("为什么有这件通知");
            assertThat(main).not().containsText("阿依·古丽");
        }
    }

    @Test
    void theListIsFilteredInTheAddressAndGoesOutAsAWorkbook() {
        try (var browser =
                Browser.of("drc-supervisor").inEnglish().sized(1440, 900).open()) {
            var page = browser.visit("/notices?listing=" + told.listing() + "&agency=market");
            assertThat(page.locator(".el-table__row")).hasCount(told.at("market"));
            browser.hasNoSeriousFindings();
            browser.screenshot("notices-en");

            var file = page.waitForDownload(() -> browser.button("Export").click());

            assertThat(file.suggestedFilename()).endsWith(".xlsx");
        }
    }

    @Test
    void whatIsOverdueIsPublicInsideTheGovernmentAndNowhereElse() {
        try (var browser = Browser.of("tax-reporter").open()) {
            var page = browser.visit("/overdue");
            assertThat(page.locator("h1")).hasText("逾期公示");
            browser.hasNoSeriousFindings();
            browser.screenshot("overdue");
        }
        try (var browser = Browser.of("bank-implementer").open()) {
            assertThat(browser.visit("/overdue").locator("main")).containsText("您的岗位无权查看此页");
        }
    }
}
