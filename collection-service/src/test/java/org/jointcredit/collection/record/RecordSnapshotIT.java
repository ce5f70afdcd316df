package org.jointcredit.collection.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.collection.Bodies.fields;
import static org.jointcredit.collection.Bodies.penalty;
import static org.jointcredit.collection.Bodies.penaltyOfPerson;
import static org.jointcredit.collection.Bodies.with;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.jointcredit.collection.Bodies;
import org.jointcredit.collection.RunningCollection;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.testsupport.TopicReader;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What was told of records can be learned anew: from its owner, as it was told (architecture: read models). */
class RecordSnapshotIT extends RunningCollection {
    private static final String RECORDS = "/api/collection/records";
    private static final String SNAPSHOT = RECORDS + "/snapshot";

    @Test
    void everyEventOfARecordIsReadAsItWasSentAndOfAnErasedOneOnlyThatItIsGone() {
        LocalDate today = clock.today();
        ObjectNode body = penalty(today);
        Reply first = taken(body);
        String revised = first.text("/id");
        put(
                "market-reporter",
                RECORDS + "/" + revised,
                first.etag(),
                with(body.deepCopy(), now -> fields(now).put("cf_nr_fk", "30000")));
        ObjectNode over = with(penaltyOfPerson(today), past -> {
            past.put("decidedOn", today.minusYears(5).toString())
                    .put("behaviourEndedOn", today.minusYears(5).minusDays(1).toString());
            fields(past).put("adverseBasis", "《行政处罚法》第三十三条");
        });
        String erased = taken(over).text("/id");
        try (TopicReader records = SYSTEM.reader(Topics.RECORD)) {
            post("drc-admin", "/actuator/ageing", Bodies.json("{}"));
            var gone = records.await(2, PATIENCE, about(erased)).getLast();
            assertThat(type(gone)).isEqualTo(EventTypes.RECORD_ERASED);
            var sent = records.await(2, PATIENCE, about(revised));

            List<JsonNode> all = everything();

            List<JsonNode> told = of(revised, all);
            assertThat(told).hasSize(2);
            for (int i = 0; i < 2; i++) {
                JsonNode event = told.get(i);
                assertThat(event.at("/data").asString()).isEqualTo(sent.get(i).value());
                assertThat(event.at("/type").asString()).isEqualTo(type(sent.get(i)));
                assertThat(event.at("/key").asString()).isEqualTo(sent.get(i).key());
                assertThat(event.at("/sequence").asString())
                        .isEqualTo(TopicReader.header(sent.get(i), CloudEvents.SEQUENCE));
            }
            assertThat(of(erased, all))
                    .singleElement()
                    .satisfies(event -> assertThat(event.at("/data").asString()).isEqualTo(gone.value()));
        }
    }

    @Test
    void itIsReadToTheEndPageByPageWithoutARepetition() {
        Document known = Objects.requireNonNull(mongo.getCollection("records")
                .find(new Document("_id", taken(penalty(clock.today())).text("/id")))
                .first());
        List<Document> many = new ArrayList<>();
        for (int i = 0; i < 410; i++) {
            String id = UUID.randomUUID().toString();
            Document entry =
                    new Document(known.getList("journal", Document.class).getFirst()).append("id", id);
            many.add(new Document("_id", id).append("journal", List.of(entry)));
        }
        mongo.getCollection("erased_records").insertMany(many);

        Reply first = get("svc-disclosure", SNAPSHOT);

        assertThat(first.body().at("/events")).hasSizeLessThanOrEqualTo(400);
        assertThat(first.text("/next")).isNotEmpty();
        assertThat(everything().stream().map(event -> event.at("/id").asString()))
                .hasSizeGreaterThanOrEqualTo(410)
                .doesNotHaveDuplicates();
    }

    @Test
    void itIsForOurServicesOnlyAndItsPlaceIsOneOfItsOwn() {
        for (String who : List.of("sys-market", "market-reporter", "drc-office", "drc-admin", "citizen-li")) {
            assertThat(get(who, SNAPSHOT).status()).as(who).isEqualTo(403);
            assertThat(get(who, "/api/collection/listings/snapshot").status())
                    .as(who)
                    .isEqualTo(403);
        }
        assertThat(get("svc-disclosure", "/api/collection/listings/snapshot").status())
                .isEqualTo(200);
        for (String after : List.of("x", "OTpi", "%3D", "-")) {
            assertThat(get("svc-disclosure", SNAPSHOT + "?after=" + after).status())
                    .as(after)
                    .isEqualTo(400);
        }
    }

    private Reply taken(ObjectNode record) {
        Reply reply = post("market-reporter", RECORDS, record);
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(201);
        return reply;
    }

    private List<JsonNode> everything() {
        List<JsonNode> events = new ArrayList<>();
        String after = "";
        do {
            Reply page = get("svc-disclosure", SNAPSHOT + after);
            assertThat(page.status()).isEqualTo(200);
            page.body().at("/events").forEach(events::add);
            after = page.body().hasNonNull("next") ? "?after=" + page.text("/next") : "";
        } while (!after.isEmpty());
        return events;
    }

    private static List<JsonNode> of(String record, List<JsonNode> events) {
        return events.stream()
                .filter(event -> event.at("/aggregate").asString().equals(record))
                .toList();
    }
}
