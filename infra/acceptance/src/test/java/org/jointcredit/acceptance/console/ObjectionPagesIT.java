package org.jointcredit.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.acceptance.House.FRONT;
import static org.jointcredit.acceptance.House.eventually;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.time.Duration;
import org.jointcredit.acceptance.Front;
import org.jointcredit.acceptance.Invented;
import org.junit.jupiter.api.Test;

/** Issue 7, 2, 3 and 10: an objection on a phone, verified and decided at the desks, and its result in plain words. */
class ObjectionPagesIT {
    private static final String PAPER = "缴款凭证：罚款已于当日缴清。";

    @Test
    void aCitizenObjectsOnAPhoneAndReadsTheResult() throws Exception {
        var number = Recorded.number("元市监罚");
        Recorded.penalty(number, Recorded.person(Recorded.WANG, "王示例"));
        Recorded.isKnownTo("citizen-wang", number);
        String id;
        try (var browser =
                Browser.of("citizen-wang").sized(390, 844).expecting(422).open()) {
            var page = browser.visit("/mine");
            record(page, number).locator("[data-test='ask-objections']").click();
            assertThat(page.locator("[data-test='about']")).containsText(number);
            page.locator("[data-test='send']").click();
            assertThat(page.locator("[data-field='claim']")).containsText("必填");
            assertThat(page.locator("[data-field='statement']")).containsText("必填");
            browser.hasNoSeriousFindings();

            page.getByText("信息不正确").click();
            page.locator("textarea[name='words']").fill("处罚的不是我，是同名的人。");
            page.locator("[data-test='papers']")
                    .setInputFiles(new FilePayload("凭证.txt", "text/plain", PAPER.getBytes(UTF_8)));
            assertThat(page.locator("[data-test='paper']")).containsText("凭证.txt");
            browser.screenshot("objection-phone");
            page.locator("[data-test='send']").click();
            page.waitForURL("**/mine/cases/objections/*");
            id = page.url().substring(page.url().lastIndexOf('/') + 1);
            assertThat(page.locator("[data-test='step']").first()).containsText("已受理");
            assertThat(page.locator("main")).containsText("最迟答复日期");
            browser.hasNoSeriousFindings();
            browser.screenshot("my-case-phone");

            var paper = page.waitForDownload(
                    () -> page.locator("[data-test='download']").first().click());
            assertThat(Files.readString(paper.path())).isEqualTo(PAPER);
            browser.visit("/mine/cases");
            assertThat(page.locator("a[href='/mine/cases/objections/" + id + "']"))
                    .isVisible();
            browser.hasNoSeriousFindings();
        }
        verified(id);
        decided(id);
        try (var browser =
                Browser.of("citizen-wang").inEnglish().sized(390, 844).open()) {
            var page = browser.visit("/mine/cases/objections/" + id);
            assertThat(page.locator("[data-test='result']")).containsText("Rejected");
            assertThat(page.locator("[data-test='result']")).containsText("证件号码相符");
            assertThat(page.locator("[data-test='ask-review']")).isVisible();
            browser.hasNoSeriousFindings();
            browser.screenshot("my-case-result-phone-en");
        }
    }

    private static void verified(String id) {
        try (var browser =
                Browser.of("market-reporter").sized(1440, 900).expecting(422).open()) {
            var page = browser.visit("/cases?state=RECEIVED&sort=receivedAt,desc");
            page.locator("a[href='/cases/objections/" + id + "']").click();
            var panel = page.locator("[data-test='verify']");
            panel.getByText("提交核查结果").click();
            assertThat(panel.locator("[data-field='finding']")).containsText("必填");
            browser.hasNoSeriousFindings();
            browser.screenshot("case-verify");
            panel.getByText("核实无误").click();
            panel.locator("textarea[name='statement']").fill("经核对案卷，当事人证件号码相符。");
            panel.getByText("提交核查结果").click();
            assertThat(panel).hasCount(0);
            assertThat(page.locator("main")).containsText("待决定");
        }
    }

    private static void decided(String id) {
        try (var browser = Browser.of("drc-office").inEnglish().sized(1440, 900).open()) {
            var page = browser.visit("/cases?state=VERIFYING&sort=receivedAt,desc");
            row(page, id).getByText("View").click();
            assertThat(page.locator(".el-drawer [data-test='decide']")).isVisible();
            browser.hasNoSeriousFindings();
            browser.screenshot("case-decide-en");
            page.navigate("/cases/objections/" + id);
            var panel = page.locator("[data-test='decide']");
            panel.getByText("Rejected").click();
            assertThat(panel).containsText("The subject may ask for a review");
            panel.locator("textarea[name='reasons']").fill("经核查，证件号码相符，异议不成立。");
            panel.locator("textarea[name='basis']").fill("A30");
            panel.getByText("Submit the decision").click();
            assertThat(panel).hasCount(0);
            assertThat(page.locator("main")).containsText("Rejected");
            browser.hasNoSeriousFindings();
        }
    }

    @Test
    void whatIsUnderObjectionIsMarkedForEverybody() {
        var number = Recorded.number("元市监罚");
        var code = new Invented(number.hashCode()).code();
        var id = penalised(number, code);
        Recorded.isPublic(code);
        Cases.ownError("RECORD", id);
        var subject = FRONT.all(Front.NOBODY, "disclosure/public/subjects?q=" + code)
                .getFirst()
                .path("id")
                .asString();
        eventually(
                Duration.ofSeconds(60),
                "the mark",
                () -> FRONT.get(Front.NOBODY, "disclosure/public/subjects/" + subject)
                        .expect(200)
                        .toString()
                        .contains("UNDER_OBJECTION"));
        try (var browser = Browser.nobody().expecting(401).sized(390, 844).open()) {
            var page = browser.visit("/public/subjects/" + subject);
            assertThat(page.locator("[data-test='record'] [data-test='mark']")).containsText("异议处理中");
            browser.hasNoSeriousFindings();
            browser.screenshot("marked-phone");
        }
    }

    @Test
    void theCreditOfficeFilesForSomebody() {
        var number = Recorded.number("元市监罚");
        var code = new Invented(number.hashCode()).code();
        var id = penalised(number, code);
        try (var browser = Browser.of("drc-office").sized(1440, 900).open()) {
            var page = browser.visit("/cases/file?of=RECORD&id=" + id);
            page.locator("[name='subject.name']").fill("元宝山代办示例有限公司");
            page.locator("[name='subject.code']").fill(code);
            page.locator("[data-field='claim'] .el-select").click();
            page.getByRole(
                            com.microsoft.playwright.options.AriaRole.OPTION,
                            new Page.GetByRoleOptions().setName("信息有误"))
                    .click();
            page.locator("textarea[name='words']").fill("当事人到窗口提出：罚款已缴清。");
            browser.hasNoSeriousFindings();
            page.locator("[data-test='send']").click();
            page.waitForURL("**/cases/objections/*");
            assertThat(page.locator("main")).containsText("信用办代为提出");
            browser.hasNoSeriousFindings();
        }
    }

    private static String penalised(String number, String code) {
        Recorded.penalty(number, Recorded.organisation(code, "元宝山代办示例有限公司"));
        return FRONT.all("sys-market", "collection/records?number=" + java.net.URLEncoder.encode(number, UTF_8))
                .getFirst()
                .path("id")
                .asString();
    }

    private static Locator record(Page page, String number) {
        return page.locator("[data-test='record'][aria-label$='" + number + "']");
    }

    private static Locator row(Page page, String id) {
        return page.locator("tr")
                .filter(new Locator.FilterOptions().setHas(page.locator("a[href='/cases/objections/" + id + "']")));
    }
}
