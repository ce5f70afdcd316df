package org.jointcredit.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Issue 5, 2: an agency's officers work off their notices, by keyboard, by mouse or on a telephone (S3, S4). */
class InboxIT {
    private static final String PROOF = "已录入重点监管名录，截图为证";
    /** `sha256sum` of the above. */
    private static final String PROOF_SHA_256 = sha256(PROOF);

    private final Told told = Told.published();

    @Test
    void manyAreReceivedAtOnceAndWhatAnotherOfficerHasDoneMeanwhileIsTold() {
        try (var browser = Browser.of("market-implementer").sized(1440, 900).open()) {
            var page = browser.visit("/inbox?listing=" + told.listing());
            assertThat(rows(page)).hasCount(told.at("market"));
            browser.hasNoSeriousFindings();
            browser.screenshot("inbox");

            Told.does("market", told.notice("S-NO-EXEMPTION", "market"), "execution", "李执行");
            page.keyboard().press("a");
            page.keyboard().press("r");

            var progress = page.getByLabel("办理进度", exactly()).first();
            assertThat(progress).containsText((told.at("market") - 1) + " / " + told.at("market") + " 件完成");
            assertThat(progress).containsText("他人已办理");
            assertThat(progress).containsText("李执行：已执行");
            assertThat(rows(page)).hasCount(0);
            browser.hasNoSeriousFindings();
            browser.screenshot("inbox-received");
        }
        assertThat(Told.now(told.notice("S-NO-EXEMPTION", "market"))
                        .path("timeline")
                        .valueStream()
                        .filter(step -> step.path("type").asString().equals("feedback-recorded")))
                .as("nothing was reported over the other officer's head")
                .hasSize(1);
    }

    @Test
    void aNoticeIsExecutedByKeyboardWithEvidenceThatStaysHere() {
        var sent = new ArrayList<String>();
        try (var browser = Browser.of("market-implementer").open()) {
            browser.context().onRequest(request -> {
                if (request.postData() != null) {
                    sent.add(request.postData());
                }
            });
            var page = browser.visit("/inbox?listing=" + told.listing() + "&measure=S-KEY-SUPERVISION");
            assertThat(rows(page)).hasCount(1);
            page.keyboard().press("j");
            page.keyboard().press("e");
            var dialog = page.getByRole(AriaRole.DIALOG);
            dialog.locator("[name='outcome']").fill("j, r, e 与 x 只是文字");
            dialog.locator("[data-test='evidence']")
                    .setInputFiles(new FilePayload("截图𠮷.png", "image/png", PROOF.getBytes(UTF_8)));
            assertThat(dialog).containsText("截图𠮷.png");
            browser.hasNoSeriousFindings();
            browser.screenshot("inbox-execute");
            dialog.locator("[data-test='send-report']").click();

            assertThat(dialog).isHidden();
            assertThat(rows(page)).hasCount(0);
        }
        var last = Told.now(told.notice("S-KEY-SUPERVISION", "market"))
                .path("timeline")
                .valueStream()
                .reduce((_, step) -> step)
                .orElseThrow();
        assertThat(last.path("data").path("report").asString()).isEqualTo("EXECUTED");
        assertThat(last.path("said").path("outcome").asString()).isEqualTo("j, r, e 与 x 只是文字");
        assertThat(last.path("said").path("evidence").path(0).path("sha256").asString())
                .isEqualTo(PROOF_SHA_256);
        assertThat(sent).noneMatch(body -> body.contains(PROOF)).anyMatch(body -> body.contains(PROOF_SHA_256));
    }

    @Test
    void onlyARecommendedMeasureIsDeclinedAndOnlyWithAReason() {
        try (var browser = Browser.of("culture-implementer").inEnglish().open()) {
            var page = browser.visit("/inbox?listing=" + told.listing());
            more(page, "S-INTERNET-LIMIT").click();
            assertThat(page.getByRole(AriaRole.MENUITEM).filter(hasText("Execute")))
                    .isVisible();
            assertThat(page.getByRole(AriaRole.MENUITEM)
                            .filter(hasText("Decline"))
                            .filter(visible()))
                    .hasCount(0);
            page.keyboard().press("Escape");

            more(page, "S-ASSOCIATION").click();
            page.getByRole(AriaRole.MENUITEM)
                    .filter(hasText("Decline"))
                    .filter(visible())
                    .click();
            var dialog = page.getByRole(AriaRole.DIALOG);
            assertThat(dialog.locator("[data-test='send-report']")).isDisabled();
            dialog.locator("[name='reason']").fill("会员单位已整改完毕");
            browser.hasNoSeriousFindings();
            browser.screenshot("inbox-decline-en");
            dialog.locator("[data-test='send-report']").click();
            assertThat(dialog).isHidden();
        }
        assertThat(Told.now(told.notice("S-ASSOCIATION", "culture"))
                        .path("agencyState")
                        .asString())
                .isEqualTo("DECLINED");
    }

    @Test
    void nothingTypedIsLostWhenTheSessionEnds() {
        try (var browser = Browser.of("market-implementer").expecting(401).open()) {
            var page = browser.visit("/inbox?listing=" + told.listing() + "&measure=S-LICENCE-STRICT");
            assertThat(rows(page)).hasCount(1);
            page.keyboard().press("e");
            page.getByRole(AriaRole.DIALOG).locator("[name='outcome']").fill("䶮𠮷·已从严审核");
            browser.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("__Host-jc"));

            page.locator("[data-test='send-report']").click();
            page.getByText("重新登录", new Page.GetByTextOptions().setExact(true)).click();
            page.waitForURL("**/inbox?listing=*");

            var dialog = page.getByRole(AriaRole.DIALOG);
            assertThat(dialog.locator("[name='outcome']")).hasValue("䶮𠮷·已从严审核");
            dialog.locator("[data-test='send-report']").click();
            assertThat(dialog).isHidden();
        }
        assertThat(Told.now(told.notice("S-LICENCE-STRICT", "market"))
                        .path("agencyState")
                        .asString())
                .isEqualTo("EXECUTED");
    }

    @Test
    void itWorksOnATelephone() {
        for (boolean english : new boolean[] {false, true}) {
            var as = Browser.of("housing-implementer").sized(390, 844);
            try (var browser = (english ? as.inEnglish() : as).open()) {
                var page = browser.visit("/inbox?listing=" + told.listing());
                int there = rows(page).count();
                assertThat(rows(page).first()).isVisible();
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as("nothing hangs over the edge")
                        .isEqualTo(390);
                browser.hasNoSeriousFindings();
                browser.screenshot(english ? "inbox-390-en" : "inbox-390");

                rows(page).first().locator("[data-test='receipt']").click();
                assertThat(rows(page)).not().hasCount(there);
            }
        }
    }

    @Test
    void partsAndFiltersLiveInTheAddress() {
        try (var browser = Browser.of("market-implementer").inEnglish().open()) {
            var page = browser.visit("/inbox");
            page.locator("[data-test='segment-overdue']").click();
            page.waitForURL("**/inbox?view=overdue");
            page.keyboard().press("2");
            page.waitForURL("**/inbox?view=execute");
            page.reload();
            assertThat(page.locator("[data-test='segment-execute']")).hasAttribute("aria-current", "true");
            page.keyboard().press("?");
            assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Select the page");
            browser.hasNoSeriousFindings();
            browser.screenshot("inbox-keys-en");
        }
    }

    private static Locator rows(Page page) {
        return page.locator("[data-row]");
    }

    /** The menu of further commands of a measure's row. */
    private static Locator more(Page page, String measure) {
        return page.locator("[data-row][data-measure='" + measure + "'] .el-dropdown button")
                .first();
    }

    private static Locator.FilterOptions hasText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Locator.FilterOptions visible() {
        return new Locator.FilterOptions().setVisible(true);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static String sha256(String text) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
