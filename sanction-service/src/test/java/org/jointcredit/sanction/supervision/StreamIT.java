package org.jointcredit.sanction.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.sanction.sheet.Workbooks;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** V1: what happens is seen as it happens, without loss or doubling when the line breaks. */
class StreamIT extends RunningSupervision {

    private static final String PATH = "/api/sanction/supervision/stream";

    @Test
    void aReaderWhoComesBackMissesNothingAndSeesNothingTwice() throws Exception {
        ListingFact fact = listed("SEVERE-FIRE", "LIFE_AND_HEALTH");
        overview("drc-supervisor", "");
        String notice = notices("drc-auditor", "?agency=trading&listing=" + fact.listing())
                .getFirst()
                .path("id")
                .asString();
        String last;
        try (var listener = new Listener("drc-supervisor", null)) {
            report("trading-implementer", notice, "receipt", "{}");
            await().atMost(PATIENCE).until(() -> listener.lines().size() == 1);
            var line = listener.lines().getFirst();
            assertThat(line.path("type").asString()).isEqualTo("REPORTED");
            assertThat(line.path("agencyState").asString()).isEqualTo("RECEIVED");
            assertThat(line.path("notice").asString()).isEqualTo(notice);
            assertThat(line.path("agency").asString()).isEqualTo("trading");
            await().atMost(PATIENCE).until(() -> listener.text().contains("event: figures"));
            // nobody takes the line for dead
            await().atMost(PATIENCE).until(() -> listener.text().contains("\n:\n"));
            last = listener.lastId();
        }
        report("trading-implementer", notice, "execution", "{}");
        report("trading-implementer", notice, "pause", "{}");
        try (var listener = new Listener("drc-supervisor", last);
                var again = new Listener("trading-implementer", last);
                var other = new Listener("sys-market", last)) {
            report("trading-implementer", notice, "release", "{}");
            for (var each : List.of(listener, again)) {
                await().atMost(PATIENCE).until(() -> each.lines().size() >= 3);
                assertThat(each.lines().stream()
                                .map(line -> line.path("agencyState").asString()))
                        .containsExactly("EXECUTED", "PAUSED", "RELEASED");
            }
            await().atMost(PATIENCE).until(() -> other.text().contains("\n:\n"));
            assertThat(other.lines()).isEmpty();
        }
    }

    @Test
    void aListingIsOneLineAndAnAgencySeesItsShareOfIt() throws Exception {
        overview("drc-supervisor", "");
        try (var office = new Listener("drc-auditor", null);
                var agency = new Listener("trading-implementer", null)) {
            ListingFact fact = listed("SEVERE-FIRE", "LIFE_AND_HEALTH");
            await().atMost(PATIENCE)
                    .until(() -> office.lines().stream()
                            .anyMatch(line -> line.path("action").asString().equals(fact.listing())));
            var line = office.lines().stream()
                    .filter(any -> any.path("action").asString().equals(fact.listing()))
                    .findFirst()
                    .orElseThrow();
            assertThat(line.path("type").asString()).isEqualTo("ISSUED");
            assertThat(line.path("count").asInt()).isEqualTo(28);
            assertThat(line.path("agencies").path("trading").asInt()).isEqualTo(1);
            assertThat(office.text()).doesNotContain(fact.subject().name());
            await().atMost(PATIENCE).until(() -> !agency.lines().isEmpty());
            assertThat(agency.lines()).allSatisfy(own -> {
                assertThat(own.path("agencies")).hasSize(1);
                assertThat(own.path("count").asInt())
                        .isEqualTo(own.path("agencies").path("trading").asInt());
            });
        }
    }

    @Test
    void whoMayNotSeeFiguresMayNotListen() {
        assertThat(status("market-reporter", PATH)).isEqualTo(403);
    }

    @Test
    void whoAsksForTheHeadersAloneIsNotKeptWaiting() throws Exception {
        overview("drc-supervisor", "");
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + PATH))
                .header("Authorization", "Bearer " + SYSTEM.token("drc-supervisor"))
                .timeout(PATIENCE)
                .HEAD();
        var answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
    }

    @Test
    void whoGoesOnAfterALineThatThereNeverWasIsToldSo() {
        for (String last : List.of("yesterday", "99999999.0")) {
            assertThat(as("drc-auditor")
                            .get()
                            .uri(PATH)
                            .header("Last-Event-ID", last)
                            .retrieve()
                            .toBodilessEntity()
                            .getStatusCode()
                            .value())
                    .as(last)
                    .isEqualTo(400);
        }
    }

    @Test
    void figuresAndListsComeAsWorkbooksWhereTheyAreAskedFor() {
        for (String path : List.of(
                "/api/sanction/supervision/overview",
                "/api/sanction/supervision/agencies",
                "/api/sanction/supervision/overdue",
                "/api/sanction/notices")) {
            var answer = as("drc-supervisor")
                    .get()
                    .uri(path)
                    .accept(MediaType.parseMediaType(Workbooks.TYPE))
                    .retrieve()
                    .toEntity(byte[].class);
            assertThat(answer.getStatusCode().value()).as(path).isEqualTo(200);
            assertThat(answer.getHeaders().getContentType()).as(path).hasToString(Workbooks.TYPE);
            assertThat(answer.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION))
                    .startsWith("attachment");
            assertThat(answer.getBody()).as(path).startsWith('P', 'K');
        }
        var refused = as("drc-supervisor")
                .get()
                .uri("/api/sanction/notices?legal=NO")
                .accept(MediaType.parseMediaType(Workbooks.TYPE))
                .retrieve()
                .toEntity(String.class);
        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        assertThat(refused.getHeaders().getContentType()).hasToString("application/problem+json");
    }

    /** Reads the events as a browser does. */
    private final class Listener implements AutoCloseable {
        private final InputStream body;
        private final List<String> read = new CopyOnWriteArrayList<>();

        private Listener(String who, @Nullable String last) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + PATH))
                    .header("Authorization", "Bearer " + SYSTEM.token(who));
            if (last != null) {
                request.header("Last-Event-ID", last);
            }
            var answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            body = answer.body();
            Thread.ofVirtual().start(this::read);
            await().atMost(PATIENCE).until(() -> text().contains("id: "));
        }

        private void read() {
            try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    read.add(line);
                }
            } catch (IOException _) {
                // closed
            }
        }

        private String text() {
            return String.join("\n", read) + "\n";
        }

        private List<JsonNode> lines() {
            List<JsonNode> lines = new ArrayList<>();
            List<String> all = List.copyOf(read);
            for (int i = 0; i + 2 < all.size(); i++) {
                if (all.get(i).equals("event: line")) {
                    lines.add(json(all.get(i + 2).substring("data: ".length())));
                }
            }
            return lines;
        }

        private String lastId() {
            return List.copyOf(read).stream()
                    .filter(line -> line.startsWith("id: "))
                    .reduce((_, id) -> id)
                    .orElseThrow()
                    .substring("id: ".length());
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
