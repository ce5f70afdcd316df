package org.jointcredit.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/// Issue 4, 8: `/api/<service>/**` reaches the service and comes back as it is.
@TestPropertySource(properties = "jointcredit.gateway.connections-per-service=5")
class RoutesTest extends RunningGateway {
    @Test
    void eachServiceHasItsPathsWithNothingTakenOff() {
        COLLECTION.stubFor(any(anyUrl()).willReturn(ok("collection")));
        SANCTION.stubFor(any(anyUrl()).willReturn(ok("sanction")));

        assertThat(send(identified("/api/collection/listings?listType=A1&page=0&size=20&sort=createdAt,desc"))
                        .body())
                .isEqualTo("collection");
        assertThat(send(identified("/api/sanction/notices/7/explanation")).body())
                .isEqualTo("sanction");

        COLLECTION.verify(getRequestedFor(
                urlEqualTo("/api/collection/listings?listType=A1&page=0&size=20&sort=createdAt%2Cdesc")));
        SANCTION.verify(getRequestedFor(urlEqualTo("/api/sanction/notices/7/explanation")));
    }

    @Test
    void headersOfTheInterfacePassUnchangedAndCookiesStay() {
        COLLECTION.stubFor(any(anyUrl()).willReturn(ok().withHeader("ETag", "\"4\"")));

        var answer = send(identified("/api/collection/listings/5/change")
                .header("If-Match", "\"3\"")
                .header("Idempotency-Key", "k-1")
                .header("Accept-Language", "en-GB,en;q=0.8")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .header("Cookie", "__Host-jc=secret")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"原因\":\"更正\"}")));

        assertThat(header(answer, "ETag")).isEqualTo("\"4\"");
        COLLECTION.verify(postRequestedFor(urlEqualTo("/api/collection/listings/5/change"))
                .withHeader("If-Match", equalTo("\"3\""))
                .withHeader("Idempotency-Key", equalTo("k-1"))
                .withHeader("Accept-Language", equalTo("en-GB,en;q=0.8"))
                .withHeader("traceparent", equalTo("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"))
                .withHeader("Content-Type", equalTo("application/json"))
                .withHeader("Cookie", absent())
                .withHeader("Upgrade", absent())
                .withRequestBody(equalTo("{\"原因\":\"更正\"}")));
    }

    @Test
    void theServiceHearsTheAddressTheCallerUsedAndNothingTheCallerClaims() {
        COLLECTION.stubFor(any(anyUrl()).willReturn(ok()));

        send(identified("/api/collection/listings")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-For", "203.0.113.7")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Prefix", "/evil")
                .header("Forwarded", "host=evil.example"));

        COLLECTION.verify(getRequestedFor(anyUrl())
                .withHeader("X-Forwarded-Host", equalTo("localhost:" + port))
                .withHeader("X-Forwarded-For", equalTo("127.0.0.1"))
                .withHeader("X-Forwarded-Port", equalTo(String.valueOf(port)))
                .withHeader("X-Forwarded-Proto", equalTo("http"))
                .withHeader("X-Forwarded-Prefix", absent())
                .withHeader("Forwarded", absent()));
    }

    @Test
    void aGetHasNoBodyOnItsWay() {
        COLLECTION.stubFor(any(anyUrl()).willReturn(ok()));

        send(identified("/api/collection/listings"));

        COLLECTION.verify(getRequestedFor(anyUrl())
                .withHeader("Transfer-Encoding", absent())
                .withHeader("Content-Length", absent()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/csv", "application/octet-stream"})
    void largeBodiesPassByteForByte(String type) {
        COLLECTION.stubFor(any(anyUrl()).willReturn(status(202)));
        var body = new byte[8 << 20];
        new Random(4).nextBytes(body);

        var known = send(identified("/api/collection/batches")
                .header("Content-Type", type)
                .PUT(BodyPublishers.ofByteArray(body)));
        var chunked = send(identified("/api/collection/batches")
                .header("Content-Type", type)
                .PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

        assertThat(known.statusCode()).isEqualTo(202);
        assertThat(chunked.statusCode()).isEqualTo(202);
        assertThat(COLLECTION.findAll(putRequestedFor(anyUrl()).withHeader("Content-Type", equalTo(type))))
                .hasSize(2)
                .allMatch(request -> Arrays.equals(request.getBody(), body));
    }

    @Test
    void multipartPassesUnparsedWithItsChineseFileName() {
        COLLECTION.stubFor(any(anyUrl()).willReturn(status(202)));
        var form = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"行政处罚.csv\"\r\n\r\n"
                + "行,1\r\n".repeat(100_000) + "\r\n--b--\r\n";

        var answer = send(identified("/api/collection/batches")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(form)));

        assertThat(answer.statusCode()).isEqualTo(202);
        COLLECTION.verify(postRequestedFor(anyUrl()).withRequestBody(equalTo(form)));
    }

    @Test
    void aFormsFieldsStayInTheBodyAndOutOfTheAddress() {
        COLLECTION.stubFor(any(anyUrl()).willReturn(ok()));

        send(identified("/api/collection/listings?x=1")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("idNumber=%31&name=李")));

        COLLECTION.verify(postRequestedFor(urlEqualTo("/api/collection/listings?x=1"))
                .withRequestBody(equalTo("idNumber=%31&name=李")));
    }

    @Test
    void theServicesOwnAnswersPassWhateverTheirStatus() {
        for (var status : new int[] {201, 303, 400, 401, 403, 404, 409, 412, 422, 428, 500, 503}) {
            COLLECTION.stubFor(any(anyUrl())
                    .willReturn(status(status)
                            .withHeader("Location", "http://localhost:8080/api/collection/listings/7")
                            .withHeader("Content-Type", "application/problem+json")
                            .withHeader("Content-Language", "en")
                            .withBody("{\"status\":" + status + "}")));

            var answer = send(identified("/api/collection/listings").POST(BodyPublishers.ofString("{}")));

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.body()).isEqualTo("{\"status\":" + status + "}");
            assertThat(header(answer, "Location")).isEqualTo("http://localhost:8080/api/collection/listings/7");
            assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.headers().allValues("Content-Language")).containsExactly("en");
        }
        COLLECTION.verify(12, anyRequestedFor(anyUrl())); // nothing is asked twice
    }

    @Test
    void compressedAnswersPassCompressed() {
        var gzip = new byte[] {31, -117, 8, 0, 1, 2, 3};
        COLLECTION.stubFor(any(anyUrl()).willReturn(ok().withBody(gzip).withHeader("Content-Encoding", "gzip")));

        var answer = send(identified("/api/collection/listings").header("Accept-Encoding", "gzip"));

        assertThat(header(answer, "Content-Encoding")).isEqualTo("gzip");
        assertThat(answer.body()).isEqualTo(new String(gzip, StandardCharsets.UTF_8));
    }

    @Test
    void anAnswerTheCallerHasAlreadyGivesItsConnectionBack() {
        COLLECTION.stubFor(any(anyUrl()).willReturn(ok("large".repeat(100_000)).withHeader("ETag", "\"4\"")));

        for (var i = 0; i < 20; i++) { // more than there are connections
            assertThat(send(identified("/api/collection/listings/5").header("If-None-Match", "\"4\""))
                            .statusCode())
                    .isEqualTo(304);
        }
    }

    @Test
    void anAnswerThatBreaksOffIsSeenToBreakOff() {
        COLLECTION.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));
        assertThat(send(identified("/api/collection/listings")).statusCode()).isEqualTo(503);

        COLLECTION.stubFor(any(anyUrl()).willReturn(ok("x".repeat(1 << 20)).withHeader("Content-Length", "9999999")));
        assertThatThrownBy(() -> send(identified("/api/collection/listings"))).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aBodyBeyondTheLimitIs413WithOrWithoutItsLength() {
        COLLECTION.stubFor(any(anyUrl()).willReturn(status(202)));
        var body = new byte[(64 << 20) + 1];

        var known = send(identified("/api/collection/records").POST(BodyPublishers.ofByteArray(body)));
        var chunked = send(identified("/api/collection/records")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

        assertThat(known.statusCode()).isEqualTo(413);
        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(known.body()).contains("分批提交");
    }

    @Test
    void aFileOfAMillionRowsGetsThrough() {
        COLLECTION.stubFor(any(anyUrl()).willReturn(status(202)));

        var file =
                send(identified("/api/collection/batches").POST(BodyPublishers.ofByteArray(new byte[(64 << 20) + 1])));

        assertThat(file.statusCode()).isEqualTo(202);
    }
}
