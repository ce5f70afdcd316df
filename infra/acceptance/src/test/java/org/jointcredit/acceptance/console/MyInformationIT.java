package org.jointcredit.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** Issue 6, 10: a subject reads all of its own information, with source, basis, term and what it sets off (D2, A17). */
class MyInformationIT {
    @Test
    void aCitizenReadsItselfWithWhatItSetsOff() {
        var number = Recorded.number("名单");
        Recorded.listing(number, Recorded.person(Recorded.WANG, "王示例"));
        Recorded.isKnownWithMeasuresTo("citizen-wang", number);
        try (var browser = Browser.of("citizen-wang").sized(1440, 900).open()) {
            var page = browser.visit("/");
            assertThat(page.locator("main")).containsText("我的信用信息");
            page.locator("main a[href='/mine']").click();
            page.waitForURL("**/mine");

            assertThat(page.locator("main h2").first()).containsText("王示例");
            var listing = page.locator("[data-test='listing'][aria-label$='" + number + "']");
            assertThat(listing).containsText("虚假广告");
            assertThat(listing).containsText("赤峰市元宝山区市场监督管理局");
            assertThat(listing).containsText("国办发〔2020〕49号");
            assertThat(listing.locator("[data-test='measure']").first()).isVisible();
            browser.hasNoSeriousFindings();
            browser.screenshot("my-information");
        }
    }

    @Test
    void aCompanysAgentReadsItOnAPhoneInEnglish() {
        var number = Recorded.number("元市监罚");
        Recorded.penalty(number, Recorded.organisation("91150403FAKE000800", "元宝山示例有限公司"));
        Recorded.isKnownTo("company-agent", number);
        try (var browser =
                Browser.of("company-agent").inEnglish().sized(390, 844).open()) {
            var page = browser.visit("/mine");
            var penalty = page.locator("[data-test='record']").filter(new Locator.FilterOptions().setHasText(number));
            assertThat(penalty).containsText("Adverse");
            assertThat(penalty).containsText("measures of the notice, article 7(5)");
            assertThat(penalty.locator("[data-test='shown-until']")).containsText("20");
            browser.hasNoSeriousFindings();
            browser.screenshot("my-information-phone-en");
        }
    }

    @Test
    void anOfficerHasNoSuchPage() {
        try (var browser = Browser.of("market-reporter").open()) {
            var page = browser.visit("/mine");
            assertThat(page.locator("main")).containsText("您的岗位无权查看此页");
            assertThat(page.locator("nav.side a[href='/mine']")).hasCount(0);
        }
    }
}
