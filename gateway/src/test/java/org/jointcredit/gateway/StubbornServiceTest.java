package org.jointcredit.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/// What no well-behaved server does: stop reading in the middle, answer before the end, never stop answering.
@TestPropertySource(properties = "spring.http.clients.read-timeout=1s")
class StubbornServiceTest extends RunningGateway {
    private static final ServerSocket SERVICE = listen();
    private static final CompletableFuture<String> STREAM_LEFT = new CompletableFuture<>();

    @DynamicPropertySource
    static void stubborn(DynamicPropertyRegistry properties) {
        properties.add("jointcredit.gateway.services.stubborn", () -> "http://localhost:" + SERVICE.getLocalPort());
    }

    @Test
    @Timeout(30)
    void anUploadToAServiceThatStopsReadingIs504() {
        var answer = send(identified("/api/stubborn/deaf").POST(BodyPublishers.ofByteArray(new byte[32 << 20])));

        assertThat(answer.statusCode()).isEqualTo(504);
    }

    @Test
    void aRefusalBeforeTheEndOfAnUploadPasses() {
        var answer = send(identified("/api/stubborn/refusal").POST(BodyPublishers.ofByteArray(new byte[32 << 20])));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("no");
    }

    @Test
    void aStreamArrivesAsItIsSentAndEndsWhenTheCallerLeaves() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(identified("/api/stubborn/stream").build(), BodyHandlers.ofInputStream());
            var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
            for (var i = 0; i < 30; i++) { // 1.5 s, longer than the timeout
                assertThat(lines.readLine()).isEqualTo("data: " + i);
                assertThat(lines.readLine()).isEmpty();
            }
            lines.close();
            client.shutdownNow();
        }
        assertThat(STREAM_LEFT.get(20, TimeUnit.SECONDS)).isNotEmpty();
    }

    /// What is logged in with a browser sees it too, though it would take compressed answers, and its token has ended
    /// long before the stream.
    @Test
    @Timeout(30)
    void aStreamOfASessionIsNeitherHeldBackNorEndedByItsToken() throws Exception {
        var visitor = new Visitor(this);
        visitor.logIn("drc-supervisor", "/", Duration.ofMillis(1_001));
        ISSUER.renews("drc-supervisor", Duration.ofSeconds(1));
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    request("/api/stubborn/stream")
                            .header("Cookie", "__Host-jc=" + visitor.cookies.get("__Host-jc"))
                            .header("Accept-Encoding", "gzip")
                            .build(),
                    BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "Content-Encoding")).isEmpty();
            assertThat(header(answer, "Content-Type")).startsWith("text/event-stream");
            var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
            for (var i = 0; i < 50; i++) { // 2.5 s
                assertThat(lines.readLine()).isEqualTo("data: " + i);
                assertThat(lines.readLine()).isEmpty();
            }
            client.shutdownNow();
        }
    }

    @AfterAll
    static void stop() throws IOException {
        SERVICE.close();
    }

    private static ServerSocket listen() {
        try {
            var socket = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
            Thread.ofVirtual().start(() -> accept(socket));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void accept(ServerSocket service) {
        while (!service.isClosed()) {
            try {
                var caller = service.accept();
                Thread.ofVirtual().start(() -> answer(caller));
            } catch (IOException _) {
                return;
            }
        }
    }

    private static void answer(Socket caller) {
        try (caller) {
            var in = caller.getInputStream();
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.read());
            }
            if (head.indexOf("/deaf") > 0) {
                LockSupport.park();
            } else if (head.indexOf("/refusal") > 0) {
                say(caller, "HTTP/1.1 403 \r\nConnection: close\r\nContent-Length: 2\r\n\r\nno");
                in.transferTo(OutputStream.nullOutputStream());
            } else {
                stream(caller);
            }
        } catch (IOException _) {
            // the gateway has hung up
        }
    }

    private static void stream(Socket caller) {
        try {
            say(caller, "HTTP/1.1 200 \r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (var i = 0; ; i++) {
                var event = "data: " + i + "\n\n";
                say(caller, Integer.toHexString(event.length()) + "\r\n" + event + "\r\n");
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        } catch (IOException left) {
            STREAM_LEFT.complete(String.valueOf(left.getMessage()));
        }
    }

    private static void say(Socket caller, String text) throws IOException {
        caller.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
