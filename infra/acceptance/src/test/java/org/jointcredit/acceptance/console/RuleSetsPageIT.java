package org.jointcredit.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Issue 7, 6: rules are proposed by one law administrator and judged by another one (S1, S2). */
class RuleSetsPageIT {
    @Test
    void aVersionIsProposedFromTheOneInForceAndRefusedByAnotherOfficer() {
        var version = "page-" + UUID.randomUUID().toString().substring(0, 8);
        try (var browser =
                Browser.of("drc-admin").sized(1440, 900).expecting(422).open()) {
            var page = browser.visit("/rule-sets");
            assertThat(page.locator("main")).containsText("现行");
            browser.hasNoSeriousFindings();
            browser.button("提出新版本").click();
            page.waitForURL("**/rule-sets/new");
            assertThat(page.locator("[data-test='rule-draft']").first()).containsText("严重失信");
            page.getByText("同时修改措施清单").click();
            var association = page.locator("[data-test='measure-draft']")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("S-ASSOCIATION"));
            association.locator("summary").click();
            association.getByText("废止此措施").click();
            page.getByText("提出", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("[data-field='version']")).containsText("必填");
            assertThat(page.locator("[data-field='effectiveFrom']")).containsText("必填");

            page.locator("[name='version']").fill(version);
            var from = page.locator("[data-field='effectiveFrom'] input");
            from.fill("2099-01-01");
            from.press("Enter");
            page.locator("textarea[name='basis']").fill("元政字〔2099〕1号");
            var without = page.locator("[data-test='rule-draft']")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions()
                            .setHasText("MARKET-ORDER-ASSOCIATION"));
            without.locator("summary").click();
            without.getByText("删除此规则").click();
            page.getByText("提出", new Page.GetByTextOptions().setExact(true)).click();
            page.waitForURL("**/rule-sets/default-" + version);
            assertThat(page.locator("main")).containsText("须由另一位法规管理员批准");
            assertThat(page.locator("main")).containsText("将废止");
            browser.hasNoSeriousFindings();
            browser.screenshot("rule-set-proposed");
        }
        try (var browser = Browser.of("drc-admin2").inEnglish().sized(1440, 900).open()) {
            var page = browser.visit("/rule-sets?state=PROPOSED");
            page.locator("a[href='/rule-sets/default-" + version + "']").click();
            assertThat(page.getByText("Put in force", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            browser.hasNoSeriousFindings();
            browser.button("Refuse").click();
            page.locator("textarea[name='reason']").fill("依据不足。");
            browser.button("Refuse").click();
            assertThat(page.locator("main")).containsText("依据不足。");
            assertThat(page.locator("main")).containsText("Refused");
        }
    }
}
