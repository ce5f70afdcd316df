package org.jointcredit.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.jointcredit.acceptance.House.FRONT;
import static org.jointcredit.acceptance.House.eventually;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDate;
import org.jointcredit.acceptance.Front;
import org.junit.jupiter.api.Test;

/** D8, A28: a subject has a donation deleted with one button, and sees that it is done. */
class MyDeletionsIT {
    @Test
    void aCitizenHasADonationDeletedAndSeesItDone() {
        var number = Recorded.number("元教捐");
        var id = donation(number);
        Recorded.isKnownTo("citizen-wang", number);
        try (var browser = Browser.of("citizen-wang").sized(1440, 900).open()) {
            var page = browser.visit("/mine");
            var record = page.locator("[data-test='record'][aria-label$='" + number + "']");
            record.getByText("申请删除").click();
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("删除").setExact(true))
                    .click();

            assertThat(record).containsText("您已申请删除");
            assertThat(page.locator("[data-test='deletions'] li").first()).containsText("慈善捐赠");
            eventually(
                    Duration.ofSeconds(60),
                    "the end of " + id,
                    () -> !FRONT.get("citizen-wang", "disclosure/me?size=200")
                                    .expect(200)
                                    .toString()
                                    .contains(number)
                            && FRONT.all("citizen-wang", "objection/deletions").stream()
                                    .anyMatch(deletion -> deletion.path("record")
                                                    .asString()
                                                    .equals(id)
                                            && deletion.path("state").asString().equals("DONE")));
            page.reload();
            assertThat(page.locator("[data-test='deletions'] li").first()).containsText("已删除");
            assertThat(record).hasCount(0);
            browser.hasNoSeriousFindings();
            browser.screenshot("my-deletions");
        }
    }

    private static String donation(String number) {
        var donation = Front.JSON
                .createObjectNode()
                .put("number", number)
                .put("item", "PER-F-02")
                .put("decidedOn", LocalDate.now().minusDays(3).toString());
        donation.set("subject", Recorded.person(Recorded.WANG, "王示例"));
        donation.putObject("fields")
                .put("title", "爱心捐赠")
                .put("authority", "元宝山区教体局")
                .put("kind", "慈善捐赠")
                .put("content", "捐赠图书一百册。");
        return FRONT.post("sys-education", "collection/records", donation)
                .expect(201)
                .path("id")
                .asString();
    }
}
