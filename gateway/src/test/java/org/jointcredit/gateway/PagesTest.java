package org.jointcredit.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Interfaces: `/` answers 200 without a session, and one page shows the OpenAPI of all services.
class PagesTest extends RunningGateway {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api-docs.html"})
    void pagesNeedNoSessionNoOtherHostAndNoInlineScript(String path) {
        COLLECTION.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        SANCTION.stubFor(any(anyUrl()).willReturn(okJson("{}")));

        var page = get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).startsWith("text/html");
        assertThat(header(page, "Set-Cookie")).isEmpty();
        assertThat(page.body()).doesNotContain("<script>", "<style", "style=", "://");
        var links =
                LINK.matcher(page.body()).results().map(link -> link.group(1)).toList();
        assertThat(links)
                .isNotEmpty()
                .allSatisfy(link -> assertThat(get(link).statusCode()).as(link).isEqualTo(200));
    }

    @Test
    void theConsoleIsChineseUntilItsReaderSaysOtherwise() {
        assertThat(header(get("/"), "Content-Language")).isIn("", "zh-CN");
        assertThat(get("/").body()).contains("lang=\"zh-CN\"");
    }

    @Test
    void onePageShowsTheInterfacesOfAllServicesAndNoExample() {
        assertThat(get("/api-docs.js").body())
                .contains("'collection', 'sanction', 'disclosure', 'objection'", "/api/${name}/openapi");
        assertThat(get("/webjars/swagger-ui/index.html").statusCode()).isEqualTo(401);
        assertThat(get("/webjars/swagger-ui/swagger-initializer.js").statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/listings", "/listings/5/change", "/nowhere"})
    void everyPageOfTheConsoleIsItsOneDocumentAskedForAnew(String path) {
        var page = send(request(path).header("Cookie", "__Host-jc=1"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).isEqualTo(get("/index.html").body());
        assertThat(header(page, "Content-Type")).startsWith("text/html");
        assertThat(header(page, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(page, "Last-Modified")).isEmpty();
        assertThat(header(page, "Set-Cookie")).isEmpty();
    }

    @Test
    void whatHasAHashInItsNameIsGoodForEver() {
        var file = send(request("/assets/test-0a1b2c3d.js").header("Cookie", "__Host-jc=1"));

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(header(file, "Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
        assertThat(header(file, "Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/nope.js", "/assets/nope", "/favicon.ico", "/nope/x.html", "/error/x"})
    void aFileThatIsNotThereIsNotFound(String path) {
        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(header(answer, "Cache-Control")).doesNotContain("immutable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api-docs.html", "/api/collection/list-types", "/api/collection/listings"})
    void everyAnswerIsGuarded(String path) {
        COLLECTION.stubFor(any(anyUrl())
                .willReturn(okJson("{}")
                        .withHeader("X-Content-Type-Options", "nosniff")
                        .withHeader("X-Frame-Options", "DENY")
                        .withHeader("Cache-Control", "no-cache")));

        var answer = get(path);

        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("script-src", "unsafe-eval");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.headers().allValues("Cache-Control")).hasSize(1);
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "Permissions-Policy")).contains("camera=()");
        assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Server")).isEmpty();
    }
}
