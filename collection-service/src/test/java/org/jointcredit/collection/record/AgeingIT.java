package org.jointcredit.collection.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.collection.Bodies.fields;
import static org.jointcredit.collection.Bodies.penalty;
import static org.jointcredit.collection.Bodies.penaltyOfPerson;
import static org.jointcredit.collection.Bodies.with;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.jointcredit.collection.Bodies;
import org.jointcredit.collection.RunningCollection;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.testsupport.TopicReader;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Adverse information whose time is over: archived of organisations, erased of natural persons (C11, A28, X3). */
class AgeingIT extends RunningCollection {
    private static final String RECORDS = "/api/collection/records";

    @Test
    void theDayAfterItsLastAnOrganisationsRecordIsArchivedAndAPersonsIsErased() {
        LocalDate today = clock.today();
        try (TopicReader records = SYSTEM.reader(Topics.RECORD)) {
            String ofOrganisation = taken(lastShownOn(today, penalty(today)));
            ObjectNode said = lastShownOn(today, penaltyOfPerson(today));
            fields(said).put("adverseBasis", "《行政处罚法》第三十三条");
            String ofPerson = taken(said);
            ObjectNode briefly = penaltyOfPerson(today);
            fields(briefly).put("adverseBasis", "《行政处罚法》第三十三条").put("cf_gsjzq", today.toString());
            String shownForLess = taken(briefly);
            String longer = taken(lastShownOn(today.plusDays(1), penalty(today)));
            records.await(
                    2,
                    PATIENCE,
                    event ->
                            about(ofOrganisation).test(event) || about(ofPerson).test(event));
            assertThat(get("drc-admin", "/actuator/ageing").text("/erased"))
                    .as("its last day is not over")
                    .isEqualTo("0");

            moveTo(today.plusDays(1));

            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(post("drc-admin", "/actuator/ageing", Bodies.json("{}"))
                                .text("/erased"))
                        .isEqualTo("0");
                assertThat(get("market-reporter", RECORDS + "/" + ofPerson).status())
                        .isEqualTo(410);
                assertThat(get("market-reporter", RECORDS + "/" + ofOrganisation)
                                .text("/state"))
                        .isEqualTo("ARCHIVED");
            });
            assertThat(get("market-reporter", RECORDS + "/" + shownForLess).text("/shownUntil"))
                    .as("not shown any more, and kept until A28's day")
                    .isEqualTo(today.toString());
            assertThat(get("market-reporter", RECORDS + "/" + longer).text("/state"))
                    .isEqualTo("PUBLISHED");
            assertThat(type(records.await(2, PATIENCE, about(ofOrganisation)).getLast()))
                    .isEqualTo(EventTypes.RECORD_ARCHIVED);
            var erased = records.await(2, PATIENCE, about(ofPerson)).getLast();
            assertThat(type(erased)).isEqualTo(EventTypes.RECORD_ERASED);
            assertThat(json(erased.value()).at("/basis").asString()).isEqualTo("A28");
            assertThat(json(erased.value()).at("/version").asInt()).isEqualTo(2);
            assertThat(erased.value())
                    .doesNotContain("sealed", "食品", said.get("number").asString());
            assertThat(whatIsLeftOf(ofPerson))
                    .hasSize(1)
                    .allSatisfy(left -> assertThat(left)
                            .doesNotContain("v1.", said.get("number").asString(), "李示例"));

            Reply again = post("sys-market", RECORDS, said);

            assertThat(again.status()).as("what was erased does not come back").isEqualTo(409);
            assertThat(get("market-reporter", RECORDS + "/" + ofPerson).status())
                    .isEqualTo(410);
            assertThat(get("tax-reporter", RECORDS + "/" + ofPerson).status())
                    .as("who could not read it learns nothing")
                    .isEqualTo(404);
        }
    }

    @Test
    void whatIsArchivedOfAOneManBusinessNamesItsOperatorAtNoMoment() {
        LocalDate today = clock.today();
        ObjectNode said = lastShownOn(today, penalty(today));
        fields(said).put("cf_xdr_lb", "个体工商户").put("cf_sy", "经查，经营者李 示例（李示例）未按规定标注。");
        String id = taken(said);
        assertThat(get("market-reporter", RECORDS + "/" + id).text("/fields/cf_frdb"))
                .isEqualTo("李示例");
        moveTo(today.plusDays(1));

        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            post("drc-admin", "/actuator/ageing", Bodies.json("{}"));
            assertThat(get("market-reporter", RECORDS + "/" + id).text("/state"))
                    .isEqualTo("ARCHIVED");
        });
        Reply archived = get("market-reporter", RECORDS + "/" + id);
        assertThat(archived.body().toString()).doesNotContain("李示例", "李 示例");
        assertThat(archived.text("/fields/cf_sy")).startsWith("经查，经营者李").endsWith("未按规定标注。");
        Reply then = get("market-reporter", RECORDS + "/" + id + "?asOf=" + today);
        assertThat(then.text("/state")).as(then.body().toString()).isEqualTo("PUBLISHED");
        assertThat(then.body().toString()).doesNotContain("李示例", "李 示例");
    }

    private String taken(ObjectNode record) {
        Reply reply = post("sys-market", RECORDS, record);
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(201);
        return reply.text("/id");
    }

    private static ObjectNode lastShownOn(LocalDate day, ObjectNode penalty) {
        return with(
                penalty,
                body -> body.put("decidedOn", day.minusYears(5).toString())
                        .put("behaviourEndedOn", day.minusYears(5).toString()));
    }

    private void moveTo(LocalDate day) {
        Reply moved =
                post("drc-admin", "/actuator/businessclock", Bodies.json("{}").put("date", day.toString()));
        assertThat(moved.status()).as(moved.body().toString()).isEqualTo(200);
    }

    private List<String> whatIsLeftOf(String record) {
        List<String> left = new ArrayList<>();
        for (String collection : mongo.getDb().listCollectionNames()) {
            mongo.getCollection(collection)
                    .find(new Document("_id", record))
                    .forEach(document -> left.add(document.toJson()));
        }
        return left;
    }
}
