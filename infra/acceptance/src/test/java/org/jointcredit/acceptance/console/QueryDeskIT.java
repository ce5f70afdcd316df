package org.jointcredit.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import org.jointcredit.acceptance.Invented;
import org.junit.jupiter.api.Test;

/** Issue 6, 9 and 10: an organ asks about one subject or many, with purpose and matter; nothing of it in an address. */
class QueryDeskIT {
    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    @Test
    void anOfficerAsksAboutACompany() {
        var number = Recorded.number("元市监罚");
        var code = new Invented(number.hashCode()).code();
        Recorded.penalty(number, Recorded.organisation(code, "元宝山查询示例有限公司"));
        Recorded.isPublic(code);
        try (var browser =
                Browser.of("tax-implementer").sized(1440, 900).expecting(422).open()) {
            var page = browser.visit("/desk");
            var addresses = new ArrayList<String>();
            page.onRequest(request -> addresses.add(request.url()));
            page.locator("[name='subject.code']").fill(code);
            page.locator("[name='subject.name']").fill("元宝山别的有限公司");
            ask(page, "查询").click();
            assertThat(page.locator("[data-field='purpose']")).containsText("必填");
            assertThat(page.locator("[data-field='matter']")).containsText("必填");
            browser.hasNoSeriousFindings();

            purpose(page, "税收征收管理");
            assertThat(page.locator("[data-test='opens']")).containsText("基本信息、不良信息");
            page.locator("[name='matter']").fill("元税稽〔2026〕9号");
            ask(page, "查询").click();

            var found = page.locator("[data-test='found']");
            assertThat(found).containsText("元宝山查询示例有限公司");
            assertThat(found).containsText("名称与平台登记的不一致");
            assertThat(found.locator("[data-test='as-of']")).containsText("北京时间");
            assertThat(found.locator("[data-test='record']")).containsText(number);
            browser.hasNoSeriousFindings();
            browser.screenshot("query-desk");
            assertThat(addresses).noneMatch(address -> address.contains(code));
        }
    }

    @Test
    void aPersonNobodyKnowsOnAPhoneInEnglish() {
        try (var browser =
                Browser.of("court-implementer").inEnglish().sized(390, 844).open()) {
            var page = browser.visit("/desk");
            page.getByText("Person", new Page.GetByTextOptions().setExact(true)).click();
            var stranger = new Invented(Recorded.number("").hashCode()).idNumber();
            page.locator("[name='subject.idNumber']").fill(stranger.substring(0, 17) + "?");
            assertThat(page.locator("[data-field='subject.idNumber']")).containsText("form");
            page.locator("[name='subject.idNumber']").fill(stranger);
            purpose(page, "Trial and execution of judgments");
            page.locator("[name='matter']").fill("(2026) 0403-77");
            ask(page, "Ask").click();
            assertThat(page.locator("main")).containsText("Nothing was ever told");
            browser.hasNoSeriousFindings();
            browser.screenshot("query-desk-phone-en");
        }
    }

    @Test
    void manyAreAskedAboutAsAJob() {
        var number = Recorded.number("元市监罚");
        var code = new Invented(number.hashCode()).code();
        Recorded.penalty(number, Recorded.organisation(code, "元宝山批量示例有限公司"));
        Recorded.isPublic(code);
        try (var browser = Browser.of("market-implementer").sized(1440, 900).open()) {
            var page = browser.visit("/desk/many");
            var wrong = Recorded.WANG.substring(0, 17) + "9";
            var text = "统一社会信用代码,名称\r\n%s,元宝山批量示例有限公司\r\n%s,王示例\r\n".formatted(code, wrong);
            page.locator("[data-test='file']")
                    .setInputFiles(new FilePayload("subjects.csv", "text/csv", text.getBytes(UTF_8)));
            assertThat(page.locator("[data-test='count']")).containsText("组织 1 个，自然人 1 个");
            assertThat(page.locator("[data-test='wrong']")).containsText("第 3 行");
            assertThat(ask(page, "查询")).isDisabled();
            browser.hasNoSeriousFindings();
            browser.screenshot("query-many");

            var stranger = new Invented(code.hashCode()).idNumber();
            page.locator("textarea[name='subjects']").fill(text.replace(wrong, Recorded.WANG) + stranger);
            purpose(page, "日常监督管理");
            page.locator("[name='matter']").fill("元市监检〔2026〕88号");
            ask(page, "查询").click();
            page.waitForURL("**/desk/many/*");
            assertThat(page.locator("[data-test='progress']")).containsText("3 / 3", PATIENTLY);
            var company = answer(page, "元宝山批量示例有限公司");
            assertThat(company).containsText("不良 1", PATIENTLY);
            assertThat(answer(page, stranger)).containsText("无此主体");
            company.locator("summary").click();
            assertThat(company.locator("[data-test='record']")).containsText(number);
            browser.hasNoSeriousFindings();
            browser.screenshot("query-answers");
        }
    }

    @Test
    void whoHasNoPostForItHasNoDesk() {
        try (var browser = Browser.of("market-approver").open()) {
            var page = browser.visit("/desk");
            assertThat(page.locator("main")).containsText("您的岗位无权查看此页");
        }
    }

    private static Locator ask(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void purpose(Page page, String name) {
        page.locator("[data-field='purpose'] .el-select").click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    private static Locator answer(Page page, String who) {
        return page.locator("[data-test='answer']").filter(new Locator.FilterOptions().setHasText(who));
    }
}
