package org.jointcredit.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.jointcredit.acceptance.House.eventually;

import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Issue 7, 10: an agency sees what has stopped and why, and reports that it paused it (S5). */
class StoppedPageIT {
    @Test
    void anAgencyPausesWhatAnObjectionHasStopped() {
        var told = Told.published();
        var notice = told.notice("S-NO-EXEMPTION", "market");
        Told.does("market", notice, "execution", "李执行");
        Cases.ownError("LISTING", told.listing());
        eventually(
                Duration.ofSeconds(60),
                "the suspension",
                () -> Told.now(notice).path("owes").asString().equals("PAUSE"));
        try (var browser = Browser.of("market-implementer").sized(1440, 900).open()) {
            var page = browser.visit("/stopped?listing=" + told.listing());
            var row = page.locator("[data-row][data-measure='S-NO-EXEMPTION']");
            assertThat(row).containsText("暂停");
            assertThat(page.locator("main")).containsText("异议处理中");
            browser.hasNoSeriousFindings();
            browser.screenshot("stopped");
            row.locator("[data-test='pause']").click();
            page.getByRole(AriaRole.DIALOG).locator("[data-test='send-report']").click();
            assertThat(row).hasCount(0);
        }
        eventually(
                Duration.ofSeconds(30),
                "the pause",
                () -> Told.now(notice).path("agencyState").asString().equals("PAUSED"));
    }

    @Test
    void nothingIsRecalledAndAPhoneSaysSo() {
        var told = Told.published();
        try (var browser =
                Browser.of("market-implementer").inEnglish().sized(390, 844).open()) {
            var page = browser.visit("/stopped?legal=RECALLED&listing=" + told.listing());
            assertThat(page.locator("main")).containsText("Nothing is recalled");
            browser.hasNoSeriousFindings();
        }
    }
}
