package org.jointcredit.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.UUID;
import org.jointcredit.acceptance.Invented;
import org.junit.jupiter.api.Test;

/** Issue 6, 10: a department hands in its file, sees what was refused and why, corrects it and sends it again (C2). */
class UploadIT {
    private static final String NAMES =
            "cf_xdr_mc,cf_xdr_lb,cf_xdr_shxym,cf_wsh,cf_wfxw,cf_sy,cf_yj,cf_cflb,cf_nr,cf_nr_fk,cf_jdrq,cf_yxq,cf_gsjzq,"
                    + "cf_cfjg,cf_cfjgdm,cf_sjly,cf_sjlydm";
    private static final String MARKET = "赤峰市元宝山区市场监督管理局,11150403MB1A000362";
    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Invented invented = new Invented(run.hashCode());

    @Test
    void whatIsRefusedIsCorrectedAndSentAgain() throws IOException {
        try (var browser = Browser.of("market-reporter").sized(1440, 900).open()) {
            var page = browser.visit("/batches");
            assertThat(page.locator("[data-test='send']")).isDisabled();
            browser.hasNoSeriousFindings();
            browser.screenshot("upload");
            var valid = invented.code();
            var wrong = valid.substring(0, 17) + (valid.endsWith("0") ? "1" : "0");
            send(page, "penalties.csv", file(row(1, invented.code()), row(2, wrong), row(3, invented.code())));

            assertThat(count(page, "REFUSED")).containsText("1", PATIENTLY);
            assertThat(count(page, "ACCEPTED")).containsText("2", PATIENTLY);
            count(page, "REFUSED").click();
            page.waitForURL("**/batches/*?outcome=REFUSED");
            var refused = page.locator(".el-table__row");
            assertThat(refused).hasCount(1);
            assertThat(refused).containsText("统一社会信用代码");
            assertThat(refused).containsText("CHECK_DIGIT");
            browser.hasNoSeriousFindings();
            browser.screenshot("upload-refused");

            var file = page.waitForDownload(
                    () -> page.locator("[data-test='corrections']").click());
            assertThat(file.suggestedFilename()).endsWith(".csv");
            var text = Files.readString(file.path(), UTF_8);
            assertThat(text).contains("jc_row").contains("jc_reasons").contains(wrong);
            page.locator("nav a[href='/batches']").first().click();
            send(page, file.suggestedFilename(), text.replace(wrong, valid));

            assertThat(count(page, "ACCEPTED")).containsText("1", PATIENTLY);
            assertThat(count(page, "REFUSED")).containsText("0");
            page.locator(".el-table__row").getByRole(AriaRole.LINK).click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .containsText("上报" + run);
            browser.hasNoSeriousFindings();
            browser.screenshot("record");
        }
    }

    @Test
    void aFileWithAnUnknownColumnIsRefusedAsAWholeOnAPhoneInEnglish() {
        try (var browser =
                Browser.of("market-reporter").inEnglish().sized(390, 844).open()) {
            var page = browser.visit("/batches");
            send(page, "odd.csv", NAMES + ",cf_magic\r\n" + row(1, invented.code()) + ",x\r\n");
            assertThat(page.locator("main")).containsText("The file was not taken", PATIENTLY);
            assertThat(page.locator("main")).containsText("UNKNOWN_FIELD");
            browser.hasNoSeriousFindings();
            browser.screenshot("upload-failed-phone-en");
            page.navigate("/batches");
            // uploads of other tests, some of them later by their clock, stand there too
            assertThat(page.locator(".el-table__row")
                            .filter(new FilterOptions().setHasText("Refused"))
                            .first())
                    .isVisible();
            browser.hasNoSeriousFindings();
        }
    }

    @Test
    void aRecordIsEnteredInAFormThatTheCatalogueMakes() {
        try (var browser = Browser.of("market-reporter")
                .inEnglish()
                .sized(1440, 900)
                .expecting(422)
                .open()) {
            var page = browser.visit("/records/new");
            field(page, "item").locator("input").click();
            page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("XYGS-CF"))
                    .click();
            page.locator("[name='number']").fill("元市监罚〔2026〕" + run + "号");
            page.locator("[name='subject.name']").fill("元宝山录入" + run + "有限公司");
            page.locator("[name='subject.code']").fill(invented.code());
            date(page, "decidedOn", LocalDate.now().minusDays(2));
            for (var prose : new String[] {"cf_wfxw", "cf_sy", "cf_yj", "cf_nr"}) {
                page.locator("[name='fields." + prose + "']").fill("经营标签不合格食品");
            }
            field(page, "fields.cf_cflb").locator(".el-select").click();
            page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("罚款"))
                    .click();
            page.keyboard().press("Escape");
            date(page, "fields.cf_yxq", LocalDate.of(2099, 12, 31));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Submit"))
                    .click();

            assertThat(field(page, "fields.cf_nr_fk")).containsText("above zero");
            browser.hasNoSeriousFindings();
            browser.screenshot("record-entry-en");
            page.locator("[name='fields.cf_nr_fk']").fill("30000");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Submit"))
                    .click();

            page.waitForURL(url -> url.matches(".*/records/[^/]+") && !url.endsWith("/new"));
            assertThat(page.locator("main")).containsText("元宝山录入" + run);
            assertThat(page.locator("main")).containsText("Credit office to settle");
            page.navigate("/records");
            assertThat(page.locator(".el-table__row").first()).containsText(run);
            browser.hasNoSeriousFindings();
        }
    }

    private static void send(Page page, String name, String text) {
        page.locator("[data-test='file']").setInputFiles(new FilePayload(name, "text/csv", text.getBytes(UTF_8)));
        assertThat(page.locator("[data-test='drop']")).containsText(name);
        page.getByText("一般程序").or(page.getByText("General procedure")).first().click();
        page.locator("[data-test='send']").click();
        page.waitForURL("**/batches/*");
    }

    private static String file(String... rows) {
        return NAMES + "\r\n" + String.join("\r\n", rows) + "\r\n";
    }

    private String row(int i, String code) {
        return String.join(
                ",",
                "元宝山上报" + run + i + "有限公司",
                "法人及非法人组织",
                code,
                "元市监罚〔2026〕" + run + i + "号",
                "经营标签不合格食品",
                "经查，事实清楚。",
                "《中华人民共和国食品安全法》第一百二十五条",
                "罚款",
                "罚款。",
                "3.00",
                LocalDate.now().minusDays(2).toString(),
                "2099-12-31",
                LocalDate.now().plusYears(2).toString(),
                MARKET,
                MARKET);
    }

    private static Locator count(Page page, String outcome) {
        return page.locator("[data-outcome='" + outcome + "']");
    }

    private static Locator field(Page page, String path) {
        return page.locator("[data-field='" + path + "']");
    }

    private static void date(Page page, String name, LocalDate day) {
        var input = page.locator("[name='" + name + "']");
        input.fill(day.toString());
        input.press("Enter");
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                .click();
        assertThat(page.locator(".el-picker__popper:visible")).hasCount(0);
    }
}
