package org.jointcredit.gateway;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The gateway as it runs, before a realm and four services that the tests put words into.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class RunningGateway {
    static final Issuer ISSUER = new Issuer();
    static final WireMockServer COLLECTION = service();
    static final WireMockServer SANCTION = service();
    static final WireMockServer DISCLOSURE = service();
    static final WireMockServer OBJECTION = service();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry properties) {
        properties.add("JC_ISSUER", ISSUER::uri);
        properties.add("JC_CLIENT_SECRET", () -> "gateway's secret");
        properties.add("jointcredit.gateway.services.collection", COLLECTION::baseUrl);
        properties.add("jointcredit.gateway.services.sanction", SANCTION::baseUrl);
        properties.add("jointcredit.gateway.services.disclosure", DISCLOSURE::baseUrl);
        properties.add("jointcredit.gateway.services.objection", OBJECTION::baseUrl);
    }

    @BeforeEach
    void forget() {
        COLLECTION.resetAll();
        SANCTION.resetAll();
        DISCLOSURE.resetAll();
        OBJECTION.resetAll();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    HttpRequest.Builder identified(String path) {
        return request(path).header("Authorization", "Bearer " + ISSUER.token("SYSTEM"));
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static WireMockServer service() {
        var server = new WireMockServer(WireMockConfiguration.options()
                .dynamicPort()
                .containerThreads(200)
                .http2PlainDisabled(true)
                .jettyStopTimeout(0L));
        server.start();
        return server;
    }
}
