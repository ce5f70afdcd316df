package org.jointcredit.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;

/** Issue 5, 2: the wall of the DRC: live, whole on any screen, without a request that leaves the machine. */
class WallIT {
    private final Told told = Told.published();

    @Test
    void itShowsWhatHappensAsItHappens() {
        try (var browser = Browser.of("drc-supervisor").sized(1920, 1080).open()) {
            var page = browser.visit("/wall");
            assertThat(page.locator(".screen")).containsText("部门执行情况");
            assertThat(page.locator(".screen canvas")).isVisible();

            Told.does("market", told.notice("S-LICENCE-STRICT", "market"), "receipt", "李执行");

            assertThat(page.locator(".screen"))
                    .containsText("市场监督管理局 已签收 1 件", new LocatorAssertions.ContainsTextOptions().setTimeout(15_000));
            browser.hasNoSeriousFindings();
            browser.screenshot("wall");
        }
    }

    @Test
    void itIsWholeOnAnotherScreenAndInEnglish() {
        try (var browser =
                Browser.of("drc-auditor").inEnglish().sized(1280, 1024).open()) {
            var page = browser.visit("/wall");
            assertThat(page.locator(".screen canvas")).isVisible();
            assertThat(page.evaluate("(() => { const box = document.querySelector('.stage').getBoundingClientRect();"
                            + " return [box.width, box.height, box.left, box.top].map(Math.round).join() })()"))
                    .isEqualTo("1280,720,0,152");
            browser.hasNoSeriousFindings();
            browser.screenshot("wall-en");
        }
    }

    @Test
    void othersDoNotSeeIt() {
        try (var browser = Browser.of("market-implementer").open()) {
            assertThat(browser.visit("/wall").locator("body")).containsText("您的岗位无权查看此页");
        }
    }
}
