package org.jointcredit.acceptance.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.RequestOptions;
import org.jointcredit.testsupport.TestSystem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What somebody else does meanwhile, through the front door. */
final class Api {
    private static final TestSystem SYSTEM = TestSystem.whole();

    private Api() {}

    static JsonNode post(Browser browser, String who, String path, String body, int expected) {
        return post(browser, who, path, body, expected, RequestOptions.create());
    }

    static JsonNode post(Browser browser, String who, String path, String body, int expected, RequestOptions options) {
        var answer = browser.context()
                .request()
                .post(
                        "/api/" + path,
                        options.setHeader("Authorization", "Bearer " + SYSTEM.token(who))
                                .setHeader("Content-Type", "application/json")
                                .setData(body));
        assertThat(answer.status()).as(answer.text()).isEqualTo(expected);
        return JsonMapper.shared().readTree(answer.text());
    }
}
