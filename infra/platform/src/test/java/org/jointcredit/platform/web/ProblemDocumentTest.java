package org.jointcredit.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** interfaces.md: errors are problem documents in the caller's language, and never repeat what was sent. */
class ProblemDocumentTest extends FrontDoorTest {
    private final String reporter = ISSUER.officer("market-reporter", "market", "REPORTER");

    @Test
    void aRefusalSaysEverythingAProblemDocumentDoes() {
        var answer =
                post("/api/testing/things/new?q=张三", reporter, "{\"number\":\"a\\u00A0b\",\"date\":\"2099-01-01\"}");

        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.header("Content-Language")).hasValue("zh-CN");
        assertThat(answer.response().headers().allValues("Vary")).contains("Accept-Language");
        var problem = answer.json();
        assertThat(problem.path("type").asString()).isEqualTo("about:blank");
        assertThat(problem.path("title").asString()).isEqualTo("填报内容有误");
        assertThat(problem.path("status").asInt()).isEqualTo(422);
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(problem.path("instance").asString()).isEqualTo("/api/testing/things/new");
        assertThat(answer.errors()).containsExactly("number:FORMAT", "date:DATE_IN_FUTURE");
        assertThat(problem.at("/errors/0/message").asString()).isEqualTo("其中有看不见的字符 U+00A0 NO-BREAK SPACE，请删除。");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en                      | en",
                "en-GB                   | en",
                "zh                      | zh-CN",
                "zh-TW,en                | zh-CN",
                "de,en;q=0.5,zh;q=0.1    | en",
                "de                      | zh-CN",
                "*                       | zh-CN",
                "%%%                     | zh-CN",
            })
    void theLanguageIsTheCallersAndChineseOtherwise(String accept, String language) {
        var answer = get("/api/testing/things", null, "Accept-Language", accept);
        assertThat(answer.header("Content-Language")).hasValue(language);
        assertThat(answer.json().path("title").asString())
                .isEqualTo(language.equals("en") ? "Identity needed" : "需要身份认证");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "7",
                "\"text\"",
                "null",
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"b\":1}}",
                "{} {}",
                "{}x",
                "{'a':1}",
                "{\"a\":NaN}",
                "// {}"
            })
    void aBodyThatIsNotExactlyOneJsonObjectIs400(String body) {
        assertThat(post("/api/testing/things/new", reporter, body).status()).isEqualTo(400);
    }

    @Test
    void bytesThatAreNoUtf8Are400() {
        var bytes = new byte[] {'{', '"', (byte) 0xB0, (byte) 0xA1, '"', ':', '1', '}'};
        var answer = send("POST", "/api/testing/things/new", reporter, HttpRequest.BodyPublishers.ofByteArray(bytes));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asString()).contains("UTF-8");
    }

    @Test
    void deepOrHugeNumbersAreNoServerError() {
        var deep = "{\"a\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}";
        assertThat(post("/api/testing/things/new", reporter, deep).status()).isEqualTo(400);
        var huge = "{\"number\":" + "9".repeat(5_000) + "}";
        assertThat(post("/api/testing/things/new", reporter, huge).status()).isBetween(400, 422);
        assertThat(post("/api/testing/things/new", reporter, "{\"number\":1e999999999}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aLongQueryThatTheGatewayLetsThroughIsReadHereToo() {
        assertThat(get("/api/testing/things/new?q=" + "x".repeat(15_000), null).status())
                .isEqualTo(401);
    }

    @Test
    void moreThanTwoMebibytesAre413() {
        var mebibyte = "x".repeat(1024 * 1024);
        for (var mebibytes : List.of(2, 20)) {
            var body = "{\"number\":\"" + mebibyte.repeat(mebibytes) + "\"}";
            assertThat(post("/api/testing/things/new", reporter, body).status()).isEqualTo(413);
            assertThat(post("/api/testing/things/new", null, body).status()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "page=-1, page",
        "page=x, page",
        "page=, page",
        "page=99999999999, page",
        "size=0, size",
        "size=201, size",
        "size=1.5, size",
        "size=1&size=2, size",
        "sort=nothing, sort",
        "'sort=number,down', sort",
        "sort=_id, sort",
        "colour=GREEN, colour"
    })
    void aBadPageSizeSortOrFilterIs400(String query, String parameter) {
        var answer = get("/api/testing/things?" + query, reporter);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).containsExactly(parameter + ":FORMAT");
    }

    @Test
    void aPageTellsWhereItStands() {
        var page = get("/api/testing/things?page=2&size=20&sort=number,desc&colour=RED", reporter)
                .json();
        assertThat(page.at("/page/number").asInt()).isEqualTo(2);
        assertThat(page.at("/page/size").asInt()).isEqualTo(20);
        assertThat(page.at("/page/totalElements").asInt()).isEqualTo(41);
        assertThat(page.at("/page/totalPages").asInt()).isEqualTo(3);
        assertThat(page.path("content")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mongo", "spring", "kafka"})
    void whatIsAwayIs503WithRetryAfter(String how) {
        var answer = get("/api/testing/fails/" + how, null);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).hasValue("5");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void whatNobodyExpectedIs500AndFoundInTheLogByANumberButWithoutPersonalData(CapturedOutput log) {
        var answer = get("/api/testing/fails/otherwise", null, "Accept-Language", "en");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).doesNotContain("999999199001010008", "Exception");
        var id = answer.json().path("detail").asString().replaceAll(".*number ([0-9a-f-]+)\\.", "$1");
        assertThat(log.getAll())
                .contains("request failed: " + id, "IllegalStateException", "/api/testing/fails/{how}")
                .doesNotContain("999999199001010008");
    }

    @Test
    void whatSpringRefusesByItselfTakesTheSameForm() {
        var method = send("DELETE", "/api/testing/open", reporter, "");
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.header("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("GET"));
        assertThat(method.json().path("title").asString()).isEqualTo("不支持该方法");
    }

    @Test
    void theApiAnswersJsonWhateverIsAskedFor() {
        var answer = get("/api/testing/open", reporter, "Accept", "image/png");
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void aCommandOfALaterIssueIsUnknownAlthoughItsPathCanBeRead() {
        assertThat(send("POST", "/api/testing/open", reporter, "{}").status()).isEqualTo(404);
    }

    @Test
    void whatTheFirewallRefusesTakesTheSameForm() {
        var answer = get("/api/testing//open;x=1", reporter);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(400);
    }
}
