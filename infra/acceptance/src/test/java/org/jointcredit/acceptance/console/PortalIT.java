package org.jointcredit.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URLDecoder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.jointcredit.acceptance.Invented;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Issue 6, 10: everybody looks up what is public, without proving anything (D1, A17, A18). */
class PortalIT {
    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);
    private static final Invented INVENTED = new Invented(RUN.hashCode());
    private static final String CODE = INVENTED.code();
    private static final String NAME = "元宝山（赤峰）公示" + RUN + "有限公司";
    private static final String PENALTY = Recorded.number("元市监罚");
    private static final String PERSON = "欧阳示例";
    private static final String ID_NUMBER = INVENTED.idNumber();
    private static final String LAST_FOUR = ID_NUMBER.substring(14);

    @BeforeAll
    static void departmentsHandIn() {
        Recorded.penalty(PENALTY, Recorded.organisation(CODE, NAME));
        Recorded.listing(Recorded.number("名单"), Recorded.organisation(CODE, NAME));
        var number = Recorded.number("名单");
        Recorded.listing(number, Recorded.person(ID_NUMBER, PERSON));
        Recorded.isPublic(CODE);
        Recorded.isOnTheList(number);
    }

    @Test
    void anOrganisationIsFoundByPartOfItsNameFromTheWelcomePage() {
        try (var browser = nobody().sized(1440, 900).open()) {
            var page = browser.visit("/");
            browser.button("查询公开信用信息").click();
            page.waitForURL("**/public");
            page.locator("[name='q']").fill("(赤峰)公示" + RUN);
            page.keyboard().press("Enter");
            assertThat(subjects(page)).hasCount(1);
            browser.hasNoSeriousFindings();
            browser.screenshot("portal-search");

            page.getByText(NAME).click();

            page.waitForURL("**/public/subjects/*");
            var penalty = page.locator("[data-test='record']").filter(has(PENALTY));
            assertThat(penalty).containsText("不良信息");
            assertThat(penalty).containsText("经营标签不合格食品");
            assertThat(penalty).containsText("赤峰市元宝山区市场监督管理局");
            assertThat(penalty).containsText("《公共信用信息管理办法》第7条第（5）项");
            assertThat(penalty.locator("[data-test='shown-until']")).containsText("20");
            assertThat(page.locator("[data-test='listing']")).containsText("虚假广告");
            assertThat(page.locator("[data-test='as-of']")).containsText("数据截至");
            browser.hasNoSeriousFindings();
            browser.screenshot("portal-subject");
        }
    }

    @Test
    void aPersonIsAskedForByNameAndLastFourAndNeitherGetsIntoAnAddress() {
        try (var browser = nobody().sized(390, 844).open()) {
            var addresses = new ArrayList<String>();
            browser.context().onRequest(request -> addresses.add(request.url()));
            var page = browser.visit("/public?for=persons");
            page.locator("[name='person-name']").fill(PERSON);
            page.locator("form button[type='submit']").click();
            assertThat(page.locator("main")).containsText("请填写姓名和证件号码后四位");
            page.locator("[name='last-four']").fill(LAST_FOUR);
            page.locator("form button[type='submit']").click();
            var found = subjects(page);
            assertThat(found).containsText("欧***");
            browser.hasNoSeriousFindings();
            browser.screenshot("portal-persons-phone");

            found.getByRole(AriaRole.LINK).click();

            page.waitForURL("**/public/subjects/*");
            assertThat(page.locator("[data-test='listing']").first()).containsText("虚假广告");
            assertThat(page.locator("main")).not().containsText(PERSON);
            browser.hasNoSeriousFindings();
            page.goBack();
            assertThat(found).hasCount(1);
            addresses.add(page.url());
            assertThat(addresses)
                    .map(address -> URLDecoder.decode(address, UTF_8))
                    .noneMatch(address -> address.contains(PERSON) || address.contains(LAST_FOUR + "&"))
                    .noneMatch(address -> address.endsWith(LAST_FOUR) || address.contains("lastFour"));
        }
    }

    @Test
    void anIdNumberTypedIntoTheSearchOfOrganisationsGoesNowhere() {
        try (var browser = nobody().inEnglish().open()) {
            var page = browser.visit("/public");
            page.locator("[name='q']").fill(ID_NUMBER);
            page.keyboard().press("Enter");
            assertThat(page.locator("main")).containsText("Do not enter ID numbers");
            assertThat(page.url()).doesNotContain(ID_NUMBER);
            browser.hasNoSeriousFindings();
        }
    }

    @Test
    void aListShowsWhoIsOnItPersonsMaskedAndWithoutAWayToTheirOtherEntries() {
        try (var browser = nobody().inEnglish().sized(1440, 900).open()) {
            var page = browser.visit("/public/lists?type=SEVERE-FALSE-AD&size=200");
            var person = page.locator("[data-test='listing']").filter(has("欧***"));
            assertThat(person.first()).containsText("Person");
            assertThat(person.first().getByRole(AriaRole.LINK)).hasCount(0);
            assertThat(page.locator("[data-test='listing']").filter(has(NAME)).getByRole(AriaRole.LINK))
                    .hasCount(1);
            browser.hasNoSeriousFindings();
            browser.screenshot("portal-lists-en");
        }
    }

    @Test
    void licencesAndPenaltiesAreFoundByKindAndDay() {
        try (var browser = nobody().inEnglish().sized(390, 844).open()) {
            var day = LocalDate.now().minusDays(3);
            var page = browser.visit("/public/double-disclosure?kind=PENALTY&from=" + day + "&to=" + day + "&size=200");
            assertThat(page.locator("[data-test='record']").filter(has(PENALTY)))
                    .containsText("Adverse");
            browser.hasNoSeriousFindings();
            browser.screenshot("portal-double-disclosure-phone-en");

            page.navigate("/public/double-disclosure?kind=LICENCE&from=" + day + "&to=" + day + "&size=200");
            page.locator("[data-test='as-of']").waitFor();
            assertThat(page.locator("[data-test='record']").filter(has(PENALTY)))
                    .hasCount(0);
        }
    }

    @Test
    void theCatalogueTellsWhatMayBeCollectedAndOnWhatBasis() {
        try (var browser = nobody().sized(390, 844).open()) {
            var page = browser.visit("/public/catalogue");
            page.locator("[name='find']").fill("XYGS-CF");
            assertThat(page.locator("[data-test='item']")).hasCount(1);
            page.locator("[data-test='item'] summary").click();
            assertThat(page.locator("[data-test='item']")).containsText("处罚类别");
            browser.hasNoSeriousFindings();
            browser.screenshot("portal-catalogue-phone");

            page.locator("[name='find']").fill("");
            page.getByText("奖惩措施", new Page.GetByTextOptions().setExact(true)).click();
            page.locator("[data-test='measure']")
                    .first()
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
            browser.hasNoSeriousFindings();
        }
    }

    /** Whom the first question, who is there, finds unknown. */
    private static Browser.As nobody() {
        return Browser.nobody().expecting(401);
    }

    private static Locator subjects(Page page) {
        return page.locator("[data-test='subject']");
    }

    private static Locator.FilterOptions has(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
