package org.jointcredit.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Issue 6, 8 and 10: a subject lets somebody else see part of its information for a time, and takes it back (D2, A17). */
class AuthorisationIT {
    @Test
    void whatIsGivenIsSeenByTheOtherUntilItIsTakenBack() {
        var purpose = "合伙经营前互相了解 " + Recorded.number("约");
        var number = Recorded.number("元市监罚");
        Recorded.penalty(number, Recorded.organisation("91150403FAKE000800", "元宝山示例有限公司"));
        Recorded.isKnownTo("company-agent", number);
        try (var giver = Browser.of("company-agent")
                        .sized(1440, 900)
                        .expecting(422)
                        .open();
                var other = Browser.of("citizen-wang")
                        .inEnglish()
                        .sized(390, 844)
                        .expecting(403)
                        .open()) {
            var page = giver.visit("/authorisations");
            giver.button("新增授权").click();
            giver.button("确认授权").click();
            assertThat(page.locator("[data-field='grantee.username']")).containsText("必填");
            assertThat(page.locator("[data-field='until']")).containsText("必填");
            giver.hasNoSeriousFindings();

            page.locator("[name='grantee.username']").fill("citizen-wang");
            page.getByText("不良信息", new Page.GetByTextOptions().setExact(true)).click();
            page.locator("[name='purpose']").fill(purpose);
            var until = page.locator("[name='until']");
            until.fill(LocalDate.now().plusMonths(2).toString());
            until.press("Enter");
            giver.screenshot("authorisation-give");
            giver.button("确认授权").click();
            page.waitForURL("**/authorisations");
            var given = one(page, purpose);
            assertThat(given).containsText("有效");
            giver.hasNoSeriousFindings();
            giver.screenshot("authorisations");

            var theirs = other.visit("/authorisations");
            one(theirs, purpose).getByRole(AriaRole.LINK).click();
            theirs.waitForURL("**/authorisations/*");
            assertThat(theirs.locator("[data-test='found']")).hasCount(0); // a look is taken by hand
            other.button("See the information").click();
            assertThat(theirs.locator("[data-test='found']")).containsText("元宝山示例有限公司");
            assertThat(theirs.locator("[data-test='record']").filter(new Locator.FilterOptions().setHasText(number)))
                    .containsText("Adverse");
            other.hasNoSeriousFindings();
            other.screenshot("authorisation-phone-en");

            given.getByRole(AriaRole.BUTTON).click();
            giver.button("确认撤销").click();
            assertThat(given).containsText("已撤销");
            other.button("See the information").click();
            assertThat(theirs.getByRole(AriaRole.ALERT)).isVisible();
            assertThat(theirs.locator("[data-test='found']")).hasCount(0);

            page.locator("nav.side a[href='/mine/accesses']").click();
            assertThat(page.locator("[data-test='look']").first()).containsText("经您授权");
        }
    }

    private static Locator one(Page page, String purpose) {
        return page.locator("[data-test='authorisation']").filter(new Locator.FilterOptions().setHasText(purpose));
    }
}
