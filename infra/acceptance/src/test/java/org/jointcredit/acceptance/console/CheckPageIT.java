package org.jointcredit.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.acceptance.House.FRONT;
import static org.jointcredit.acceptance.House.eventually;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.jointcredit.acceptance.House;
import org.jointcredit.acceptance.Invented;
import org.junit.jupiter.api.Test;

/** Issue 7, 1 and 10: an officer at the counter asks before acting, and says afterwards what was done (S6). */
class CheckPageIT {
    @Test
    void aListedBidderIsCheckedAndTheOutcomeReported() {
        var company = listed();
        try (var browser = Browser.of("trading-implementer")
                .sized(1440, 900)
                .expecting(422)
                .open()) {
            var page = browser.visit("/check");
            var addresses = new ArrayList<String>();
            page.onRequest(request -> addresses.add(request.url()));
            page.locator("[name='subject.code']").fill(company);
            ask(page);
            assertThat(page.locator("[data-field='scene']")).containsText("必填");
            assertThat(page.locator("[data-field='item']")).containsText("必填");
            browser.hasNoSeriousFindings();

            choose(page, "scene", "招标投标");
            page.locator("[name='item']").fill("示例项目-7");
            ask(page);
            var result = page.locator("[data-test='check-result']");
            assertThat(result).containsText("项措施有效");
            assertThat(result).containsText("依据");
            browser.hasNoSeriousFindings();
            browser.screenshot("check");

            var measure = result.locator("[data-test='checked-measure']").first();
            page.getByText("提交处理情况", exactly()).click();
            assertThat(measure.locator("[data-field='measures[0].applied']")).containsText("必填");
            measure.getByText("未适用", new Locator.GetByTextOptions().setExact(true))
                    .click();
            choose(page, "measures[0].reason", "已在规定期限内纠正");
            measure.locator("[name='confirmedBy-0']").fill("中心主任 尤可方");
            page.getByText("提交处理情况", exactly()).click();
            assertThat(result.locator("[data-test='reported']")).containsText("已提交");
            browser.hasNoSeriousFindings();
            assertThat(addresses).noneMatch(address -> address.contains(company));
        }
    }

    @Test
    void whoIsOnNoListIsClearlyClearOnAPhoneInEnglish() {
        try (var browser =
                Browser.of("trading-implementer").inEnglish().sized(390, 844).open()) {
            var page = browser.visit("/check");
            page.locator("[name='subject.code']")
                    .fill(new Invented(Recorded.number("").hashCode()).code());
            choose(page, "scene", "Tenders");
            page.locator("[name='item']").fill("project-8");
            ask(page);
            assertThat(page.locator("[data-test='check-result']")).containsText("no measure is in force");
            browser.hasNoSeriousFindings();
            browser.screenshot("check-phone-en");
        }
    }

    private static void ask(Page page) {
        page.locator("main button[type='submit']").first().click();
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static void choose(Page page, String field, String option) {
        page.locator("[data-field='" + field + "'] .el-select").click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option))
                .click();
    }

    /** @return the code of a company against which the trading centre has measures */
    private static String listed() {
        var number = "核查-" + UUID.randomUUID().toString().substring(0, 8);
        var body = new Invented(number.hashCode()).listing(number, "SEVERE-FALSE-AD");
        var id = FRONT.post("sys-market", "collection/listings", body)
                .expect(201)
                .path("id")
                .asString();
        eventually(
                Duration.ofSeconds(60),
                "its notices",
                () -> House.notices(id).stream()
                        .anyMatch(notice -> notice.path("agency").asString().equals("trading")));
        return body.at("/subject/code").asString();
    }
}
