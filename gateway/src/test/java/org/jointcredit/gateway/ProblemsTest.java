package org.jointcredit.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Issue 4, 8: problem details in the caller's language, Chinese unless asked otherwise.
class ProblemsTest extends RunningGateway {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-CN|zh-CN",
                "zh|zh-CN",
                "en|en",
                "en-GB,en;q=0.8|en",
                "fr,en;q=0.5,zh;q=0.3|en",
                "en;q=0.1,zh-Hans-CN;q=0.9|zh-CN",
                "fr|zh-CN",
                "*|zh-CN",
                "!!|zh-CN"
            })
    void theLanguageIsTheOneTheCallerLikesBest(String wish, String language) {
        var answer = send(request("/api/collection/listings").header("Accept-Language", wish));

        assertThat(header(answer, "Content-Language")).isEqualTo(language);
        assertThat(answer.body()).contains(language.equals("en") ? "Not identified" : "未登录");
    }

    @Test
    void withoutAWishItIsChinese() {
        assertThat(header(get("/api/collection/listings"), "Content-Language")).isEqualTo("zh-CN");
    }

    @Test
    void eachTextIsThereInBothLanguages() {
        var chinese = ResourceBundle.getBundle("messages", Languages.DEFAULT);
        var english = ResourceBundle.getBundle("messages", java.util.Locale.ENGLISH);

        assertThat(english.keySet()).isEqualTo(chinese.keySet()).isNotEmpty();
        assertThat(english.keySet())
                .allSatisfy(key -> assertThat(english.getString(key)).isNotEqualTo(chinese.getString(key)));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/collection//listings, 400",
        "GET, /api/collection/listings;x=1, 400",
        "GET, /api/collection/list-types?a=%zz, 400",
        "GET, /api/sanction/supervision/overview?agency[$ne]=x, 400",
        "GET, /api/sanction/notices/a%2fb, 400",
        "GET, /api/..%2f, 400",
        "GET, /%00, 400",
        "POST, /, 405"
    })
    void whatTheContainerRefusesIsAProblemToo(String method, String path, int status) throws IOException {
        var answer = raw(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Authorization: Bearer " + ISSUER.token("SYSTEM") + "\r\nContent-Length: 0\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("application/problem+json", "nosniff", "\"status\":" + status, "\"errors\":[]");
    }

    @Test
    void anUnreadableRequestTellsNothingOfTheServer() throws IOException {
        var answer = raw("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json")
                .doesNotContainIgnoringCase("tomcat");
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            var text = new java.io.StringWriter();
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8).transferTo(text);
            return text.toString();
        }
    }
}
