package org.jointcredit.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.jointcredit.acceptance.Invented;
import org.junit.jupiter.api.Test;

/** Issue 6, 2, 4 and 10: a record is revised and withdrawn by who answers for it, and settled by the credit office. */
class RecordPageIT {
    private final String number = Recorded.number("元市监罚");
    private final String name = "元宝山更正" + number.substring(number.length() - 9, number.length() - 1) + "有限公司";

    @Test
    void theCreditOfficeSettlesWhatWaits() {
        handIn();
        try (var browser = Browser.of("drc-office").sized(1440, 900).open()) {
            var page = browser.visit("/");
            page.locator("[data-test='to-settle'] a")
                    .filter(new Locator.FilterOptions().setHasText(name))
                    .click();
            var panel = page.locator("[data-test='settle']");
            assertThat(panel.getByRole(AriaRole.BUTTON)).isDisabled();
            panel.getByText("一般程序").last().click();
            browser.hasNoSeriousFindings();
            browser.screenshot("record-settle");
            panel.getByRole(AriaRole.BUTTON).click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("确定"))
                    .click();

            assertThat(panel).hasCount(0);
            assertThat(page.locator("main")).containsText("不良信息");
            assertThat(page.locator("main ol")).containsText("更正");
        }
    }

    @Test
    void aReporterRevisesAndIsToldWhatAnotherHasChangedMeanwhile() {
        handIn();
        try (var first = Browser.of("market-reporter")
                        .sized(1440, 900)
                        .expecting(412, 422)
                        .open();
                var second = Browser.of("market-reporter")
                        .inEnglish()
                        .sized(390, 844)
                        .open()) {
            var page = revising(first, "更正");
            var other = revising(second, "Revise");
            other.locator("[name='fields.cf_nr']").fill("罚款五万元。");
            other.locator("[name='fields.cf_nr_fk']").fill("50000");
            second.hasNoSeriousFindings();
            second.screenshot("record-revise-phone-en");
            second.button("Submit the revision").click();
            other.waitForURL(url -> !url.endsWith("/revision"));
            assertThat(other.locator("main")).containsText("罚款五万元。");

            page.locator("[name='fields.cf_sy']").fill("");
            first.button("提交更正").click();
            assertThat(page.locator("[data-test='moved']")).containsText("处罚内容");
            first.button("仍按所填提交").click();
            assertThat(page.locator("[data-field='fields.cf_sy']")).containsText("必填");
            first.hasNoSeriousFindings();
            page.locator("[name='fields.cf_sy']").fill("经查，标签不合格，事实清楚。");
            first.button("提交更正").click();
            page.waitForURL(url -> !url.endsWith("/revision"));
            assertThat(page.locator("main")).containsText("标签不合格，事实清楚。");
            assertThat(page.locator("main ol li")).hasCount(3);
        }
    }

    @Test
    void aReporterWithdrawsWithAReason() {
        handIn();
        try (var browser = Browser.of("market-reporter")
                .inEnglish()
                .sized(390, 844)
                .expecting(422)
                .open()) {
            var page = opened(browser);
            browser.button("Withdraw").click();
            var dialog = page.getByRole(AriaRole.DIALOG);
            dialog.locator("[data-test='withdraw']").click();
            assertThat(dialog.locator("[data-field='reason']")).containsText("required");
            browser.hasNoSeriousFindings();
            dialog.locator("[name='reason']").fill("处罚决定已被撤销");
            dialog.locator("[data-test='withdraw']").click();

            assertThat(page.locator("main")).containsText("处罚决定已被撤销");
            assertThat(browser.button("Withdraw")).hasCount(0);
            assertThat(browser.button("Revise")).hasCount(0);
            browser.hasNoSeriousFindings();
        }
    }

    private void handIn() {
        Recorded.penaltyToSettle(number, Recorded.organisation(new Invented(number.hashCode()).code(), name));
    }

    private Page revising(Browser browser, String button) {
        var page = opened(browser);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
        page.waitForURL("**/revision");
        return page;
    }

    private Page opened(Browser browser) {
        var page = browser.visit(
                "/records?number=" + java.net.URLEncoder.encode(number, java.nio.charset.StandardCharsets.UTF_8));
        page.locator(".el-table__row").getByRole(AriaRole.LINK).click();
        page.waitForURL("**/records/*");
        return page;
    }
}
