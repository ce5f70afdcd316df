package org.jointcredit.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Issue 5, 2: officers propose, look ahead, decide, change and end listings in the console (C6). */
class ListingPagesIT {
    private static final String NAME = "元宝山（赤峰）䶮𠮷·示例有限公司";
    private static final String COMPANY = "91150403FAKE00267Y";

    private final String number = "页面-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void anOfficerProposesAfterAPreviewAndAnotherOneApproves() {
        try (var reporter = Browser.of("market-reporter").open()) {
            reporter.visit("/listings/new");
            fillIn(reporter.page());
            assertThat(reporter.page().getByLabel("名单规定")).containsText("国办发〔2020〕49号");
            reporter.hasNoSeriousFindings();
            reporter.screenshot("listing-propose");

            button(reporter, "预览通知").click();
            var preview = dialog(reporter, "提交并批准后将发出的通知");
            assertThat(preview).containsText("份通知");
            assertThat(preview).containsText("公共资源交易中心");
            reporter.hasNoSeriousFindings();
            reporter.screenshot("listing-preview");
            preview.getByText("提交审批").click();

            assertThat(heading(reporter.page())).hasText(NAME);
            assertThat(reporter.page().locator("main")).containsText("等待本单位审批员审批");
            assertThat(reporter.page().locator("main")).containsText("阿依·古丽");
            reporter.screenshot("listing-proposed");
        }
        try (var approver = Browser.of("market-approver").open()) {
            approver.visit("/");
            assertThat(approver.page().locator("main")).containsText("等待您审批");
            approver.hasNoSeriousFindings();
            approver.screenshot("start-approver");
            approver.visit("/listings?number=" + number);
            approver.page().getByText(number).first().click();
            assertThat(approver.page().getByLabel("审批", exactly())).containsText("提出人：market-reporter");
            approver.hasNoSeriousFindings();
            approver.screenshot("listing-decide");
            approve(approver);

            assertThat(approver.page().locator("main")).containsText("生效中");
            assertThat(button(approver, "批准")).hasCount(0);
            approver.screenshot("listing-published");
        }
    }

    @Test
    void whatIsWrongStandsAtItsFieldInThePagesLanguage() {
        try (var browser =
                Browser.of("market-reporter").inEnglish().expecting(422).open()) {
            var page = browser.visit("/listings/new");
            page.locator("[name='subject.code']").fill("９１１５０４０３fake００２６７X");
            assertThat(field(page, "subject.code")).containsText("The check character does not fit");
            page.locator("[name='subject.code']").fill("91150403\u200BFAKE00267Y");
            assertThat(field(page, "subject.code")).containsText("U+200B");
            page.locator("[name='subject.code']").fill("");
            page.locator("[name='decision.facts']").fill("𠮷".repeat(5001));
            assertThat(page.locator("main")).containsText("5001 / 5000");

            button(browser, "Submit for approval").click();

            assertThat(field(page, "number")).containsText("This is required.");
            assertThat(field(page, "listType")).containsText("This is required.");
            assertThat(field(page, "subject.code")).containsText("This is required.");
            assertThat(field(page, "decision.facts")).containsText("At most 5000 characters.");
            browser.hasNoSeriousFindings();
            browser.screenshot("listing-errors-en");

            browser.page().locator("[data-test='language']").click();
            assertThat(field(page, "number")).containsText("必填");
        }
    }

    @Test
    void nothingTypedIsLostWhenTheSessionEnds() {
        try (var browser = Browser.of("market-reporter").expecting(401).open()) {
            var page = browser.visit("/listings/new");
            fillIn(page);
            browser.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("__Host-jc"));

            button(browser, "预览通知").click();
            assertThat(dialog(browser, "登录已失效")).containsText("登录已失效");
            browser.hasNoSeriousFindings();
            browser.screenshot("session-ended");
            button(browser, "重新登录").click();
            page.waitForURL("**/listings/new");

            assertThat(page.locator("main")).containsText("已恢复上次未提交的内容");
            assertThat(page.locator("[name='subject.name']")).hasValue(NAME);
            assertThat(page.locator("[name='persons[0].name']")).hasValue("阿依·古丽");
            assertThat(page.locator("main")).containsText("决定书𠮷.pdf");
        }
    }

    @Test
    void aPendingChangeIsShownAgainstWhatStandsAndWhoLookedAtAnOlderOneIsTold() {
        try (var browser = Browser.of("market-approver").expecting(412).open()) {
            var id = Api.post(browser, "sys-market", "collection/listings", listing(), 201)
                    .path("id")
                    .asString();
            change(browser, id, 1, "李示例", "999999199001010008");
            var page = browser.visit("/listings/" + id);
            var panel = page.getByLabel("审批", exactly());
            assertThat(panel).containsText("李示例");
            assertThat(panel).containsText("新增");
            browser.screenshot("listing-diff");

            Api.post(
                    browser, "market-approver", "collection/listings/" + id + "/refusal", "{\"reason\":\"证据不足\"}", 200);
            change(browser, id, 3, "王示例", "999999198503120018");
            approve(browser);

            assertThat(panel).containsText("您查看之后内容已变化");
            assertThat(panel).containsText("王示例");
            browser.hasNoSeriousFindings();
            browser.screenshot("listing-moved");
            approve(browser);
            assertThat(button(browser, "批准")).hasCount(0);
            assertThat(page.locator("main")).containsText("王示例");
        }
    }

    @Test
    void aPersonIsTakenOffWithoutAnybodysNumberTypedAgainAndTheListingIsEnded() {
        try (var browser = Browser.of("market-reporter").inEnglish().open()) {
            var id = Api.post(browser, "sys-market", "collection/listings", listing(), 201)
                    .path("id")
                    .asString();
            var page = browser.visit("/listings/" + id + "/change");
            page.locator("[name='reason']").fill("Not directly responsible");
            button(browser, "Remove Person 2").click();
            browser.hasNoSeriousFindings();
            browser.screenshot("listing-change-en");
            button(browser, "Submit the change").click();
            assertThat(page.locator("main")).containsText("阿依·古丽");
            assertThat(page.locator("main")).not().containsText("李示例");

            button(browser, "End the listing").click();
            page.getByText("Exit", new Page.GetByTextOptions().setExact(true)).click();
            page.locator("[name='decision.document']").fill("元市监移出〔2026〕5号");
            date(page, "decision.date", LocalDate.now().minusDays(2));
            date(page, "on", LocalDate.now().minusDays(2));
            page.locator("[name='decision.basis']").fill("元政字〔2021〕77号");
            browser.hasNoSeriousFindings();
            browser.screenshot("listing-ending-en");
            button(browser, "End the listing").click();
            assertThat(page.locator("main")).containsText("How it ended");
            browser.screenshot("listing-ended-en");
        }
    }

    @Test
    void filtersLiveInTheAddress() {
        try (var browser = Browser.of("market-reporter").inEnglish().open()) {
            Api.post(browser, "sys-market", "collection/listings", listing(), 201);
            var page = browser.visit("/listings");
            page.locator("[name='number']").fill(number);
            button(browser, "Search").click();
            page.waitForURL("**/listings?number=*");
            assertThat(page.locator(".el-table__row")).hasCount(1);
            browser.hasNoSeriousFindings();
            browser.screenshot("listings-en");

            page.reload();

            assertThat(page.locator("[name='number']")).hasValue(number);
            assertThat(page.locator(".el-table__row")).hasCount(1);
            button(browser, "Reset").click();
            assertThat(page.locator("[name='number']")).hasValue("");
        }
    }

    private void fillIn(Page page) {
        var type = field(page, "listType").locator("input");
        type.click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("虚假广告"))
                .click();
        page.locator("[name='number']").fill(number);
        page.locator("[name='subject.name']").fill(NAME);
        page.locator("[name='subject.code']").fill(COMPANY);
        page.locator("[data-test='add-person']").click();
        field(page, "persons[0].role").locator(".el-select").click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("法定代表人"))
                .click();
        page.locator("[name='persons[0].name']").fill("阿依·古丽");
        page.locator("[name='persons[0].idNumber']").fill("９９９９９９190001010007");
        page.locator("[name='decision.document']").fill("元市监列决〔2026〕9号");
        page.locator("[name='decision.facts']").fill("多次发布虚假广告，经查证属实。");
        date(page, "decision.date", LocalDate.now().minusDays(9));
        date(page, "effectiveFrom", LocalDate.now().minusDays(8));
        page.locator("[data-test='evidence']")
                .setInputFiles(new FilePayload("决定书𠮷.pdf", "application/pdf", "决定".getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator("main")).containsText("决定书𠮷.pdf");
    }

    private static void date(Page page, String name, LocalDate day) {
        var input = page.locator("[name='" + name + "']");
        input.fill(day.toString());
        input.press("Enter");
        heading(page).click();
        assertThat(page.locator(".el-picker__popper:visible")).hasCount(0);
    }

    private String listing() {
        return """
                {"number": "%s", "listType": "SEVERE-FALSE-AD",
                 "subject": {"kind": "ORGANISATION", "code": "%s", "name": "%s"},
                 "persons": [
                   {"role": "LEGAL_REPRESENTATIVE", "name": "阿依·古丽", "idNumber": "999999190001010007"},
                   {"role": "DIRECTOR", "name": "李示例", "idNumber": "999999199001010008"}],
                 "decision": {"document": "元市监列决〔2026〕9号", "authority": "赤峰市元宝山区市场监督管理局", "date": "%s",
                   "basis": "国办发〔2020〕49号", "facts": "多次发布虚假广告。", "proposedBy": "许刚", "decidedBy": "尤可方"},
                 "effectiveFrom": "%s", "evidence": []}
                """.formatted(
                        number,
                        COMPANY,
                        NAME,
                        LocalDate.now().minusDays(9),
                        LocalDate.now().minusDays(8));
    }

    private static void change(Browser browser, String id, int version, String name, String idNumber) {
        var body = """
                {"reason": "补充责任人", "persons": [
                  {"role": "LEGAL_REPRESENTATIVE", "name": "阿依·古丽", "idNumber": "999999190001010007"},
                  {"role": "PRINCIPAL", "name": "%s", "idNumber": "%s"}]}""".formatted(name, idNumber);
        Api.post(
                browser,
                "market-reporter",
                "collection/listings/" + id + "/change",
                body,
                200,
                RequestOptions.create().setHeader("If-Match", "\"" + version + "\""));
    }

    /** Asked once more, for notices go out. */
    private static void approve(Browser browser) {
        button(browser, "批准").click();
        button(browser, "确认批准").click();
        assertThat(button(browser, "确认批准")).hasCount(0); // faded out
    }

    /** By its whole name: a tag's close button names its page too. */
    private static Locator button(Browser browser, String name) {
        return browser.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator dialog(Browser browser, String title) {
        return browser.page().getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(title));
    }

    private static Locator field(Page page, String path) {
        return page.locator("[data-field='" + path + "']");
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
