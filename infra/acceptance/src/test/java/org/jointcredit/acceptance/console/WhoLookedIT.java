package org.jointcredit.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Issue 6, 10: a subject reads who looked at it, when and why, in plain words (D2, D4, A20). */
class WhoLookedIT {
    @Test
    void aCompanyReadsWhoLookedAndWhy() {
        var matter = Recorded.number("元市监检");
        Recorded.isAskedAbout(known(), "market-implementer", "INSPECTION", matter, 201);
        try (var browser = Browser.of("company-agent").sized(1440, 900).open()) {
            var page = browser.visit("/mine");
            assertThat(page.locator("[data-test='looks']")).containsText("赤峰市元宝山区市场监督管理局");
            browser.hasNoSeriousFindings();

            page.locator("nav.side a[href='/mine/accesses']").click();
            var look = look(page, matter);
            assertThat(look).containsText("赤峰市元宝山区市场监督管理局");
            assertThat(look).containsText("单位查询");
            assertThat(look).containsText("日常监督管理");
            browser.hasNoSeriousFindings();
            browser.screenshot("who-looked");
        }
    }

    @Test
    void aRefusedQueryIsToldInEnglishOnAPhoneInLargeType() {
        var matter = Recorded.number("越权");
        Recorded.isAskedAbout(known(), "tax-implementer", "PROJECT", matter, 403);
        try (var browser =
                Browser.of("company-agent").inEnglish().sized(390, 844).open()) {
            var page = browser.visit("/mine/accesses");
            browser.button("Large type").click();
            var look = look(page, matter);
            assertThat(look).containsText("Tax Bureau");
            assertThat(look).containsText("Refused");
            assertThat(look).containsText("nothing: it went beyond their powers");
            browser.hasNoSeriousFindings();
            browser.screenshot("who-looked-phone-en");
        }
    }

    /** Who was never told of is not known by its number. */
    private static ObjectNode known() {
        var number = Recorded.number("元市监罚");
        var company = Recorded.organisation("91150403FAKE000800", "元宝山示例有限公司");
        Recorded.penalty(number, company);
        Recorded.isKnownTo("company-agent", number);
        return company;
    }

    private static Locator look(Page page, String matter) {
        return page.locator("[data-test='look']").filter(new Locator.FilterOptions().setHasText(matter));
    }
}
