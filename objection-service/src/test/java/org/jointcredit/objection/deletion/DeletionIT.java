package org.jointcredit.objection.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.DeletionDecided;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.RecordFact;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.objection.RunningObjection;
import org.jointcredit.platform.time.WorkingDays;
import org.jointcredit.testsupport.TopicReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** D8, A28: a subject has its awards, volunteering and donations deleted; nobody has to agree. */
class DeletionIT extends RunningObjection {
    private String li;

    @BeforeEach
    void twoSubjects() {
        li = UUID.randomUUID().toString();
        SYSTEM.local().setSubject("citizen-li", li);
        SYSTEM.local().setSubject("citizen-wang", UUID.randomUUID().toString());
    }

    @Test
    void aRequestIsDecidedAsItComesAndDoneWhenTheRecordIsGone() {
        RecordFact record = told(record(li, "PER-F-02"));

        Reply asked = ask("citizen-li", record.record());

        assertThat(asked.status()).isEqualTo(201);
        String id = asked.text("/id");
        assertThat(asked.location()).isEqualTo("/api/objection/deletions/" + id);
        assertThat(asked.text("/state")).isEqualTo("DECIDED");
        assertThat(asked.text("/record")).isEqualTo(record.record());
        assertThat(asked.text("/basis")).isEqualTo("A28");
        var due = WorkingDays.shipped().after(clock.today(), 5);
        assertThat(asked.text("/dueOn")).isEqualTo(due.date().toString());
        assertThat(asked.body().path("provisional").asBoolean()).isEqualTo(due.provisional());
        assertThat(decided(record.record())).singleElement().satisfies(event -> {
            assertThat(event.deletion()).isEqualTo(id);
            assertThat(event.subject()).isEqualTo(li);
            assertThat(event.provider()).isEqualTo("education");
            assertThat(event.item()).isEqualTo("PER-F-02");
        });

        tellErased(record);

        eventually(() -> get("citizen-li", "/deletions/" + id).text("/state").equals("DONE"));
        Reply own = get("citizen-li", "/deletions?sort=receivedAt,desc");
        assertThat(own.text("/content/0/id")).isEqualTo(id);
        assertThat(own.text("/content/0/doneAt")).isNotEmpty();
        tellErased(record);
        RecordFact later = told(record(li, "PER-F-01"));
        assertThat(get("citizen-li", "/deletions/" + id).text("/doneAt"))
                .as("told again, it was done when it was done")
                .isEqualTo(own.text("/content/0/doneAt"));
        assertThat(isKnown(later.record())).isTrue();
    }

    @Test
    void whatIsNoAwardVolunteeringOrDonationIsNoneOfA28() {
        RecordFact record = told(record(li, "PER-A-05"));
        Reply refused = ask("citizen-li", record.record());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/field")).isEqualTo("record");
        assertThat(refused.text("/errors/0/code")).isEqualTo("NO_BASIS");
        assertThat(refused.text("/errors/0/basis")).isEqualTo("A28");
        Reply nothing = post("citizen-li", "/deletions", "{}", null);
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.text("/errors/0/code")).isEqualTo("REQUIRED");
    }

    @Test
    void anothersRecordAndAnothersRequestAreNotKnown() {
        RecordFact record = told(record(li, "PER-F-01"));
        assertThat(ask("citizen-wang", record.record()).status()).isEqualTo(404);
        assertThat(ask("citizen-wang", "nowhere").status()).isEqualTo(404);
        String id = ask("citizen-li", record.record()).text("/id");
        assertThat(get("citizen-wang", "/deletions/" + id).status()).isEqualTo(404);
        assertThat(get("citizen-wang", "/deletions")
                        .body()
                        .at("/page/totalElements")
                        .asInt())
                .isZero();
        for (String who : List.of("education-reporter", "sys-education", "drc-office", "drc-auditor")) {
            assertThat(ask(who, record.record()).status()).as(who).isEqualTo(403);
        }
    }

    @Test
    void whatIsGoneOrAskedForAlreadyIsInTheWrongState() {
        RecordFact gone = told(record(li, "PER-F-02"));
        tellErased(gone);
        eventually(() -> isErased(gone.record()));
        Reply refused = ask("citizen-li", gone.record());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/errors/0/code")).isEqualTo("WRONG_STATE");

        RecordFact record = told(record(li, "PER-F-02"));
        assertThat(ask("citizen-li", record.record()).status()).isEqualTo(201);
        assertThat(ask("citizen-li", record.record()).text("/errors/0/code")).isEqualTo("WRONG_STATE");
    }

    @Test
    void theSameKeyGivesTheFirstAnswerAgain() {
        RecordFact record = told(record(li, "PER-F-02"));
        String key = UUID.randomUUID().toString();
        String body = body(record.record());
        Reply first = post("citizen-li", "/deletions", body, key);
        assertThat(first.status()).isEqualTo(201);
        assertThat(post("citizen-li", "/deletions", body.replace(":", " : "), key)
                        .body())
                .isEqualTo(first.body());
        Reply other = post(
                "citizen-li", "/deletions", body(told(record(li, "PER-F-01")).record()), key);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("/errors/0/code")).isEqualTo("DUPLICATE");
        assertThat(decided(record.record())).hasSize(1);
    }

    @Test
    void ofManyAtOnceOneIsTaken() throws Exception {
        RecordFact record = told(record(li, "PER-F-02"));
        try (var many = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> calls = Stream.generate(() -> (Callable<Integer>)
                            () -> ask("citizen-li", record.record()).status())
                    .limit(8)
                    .toList();
            List<Integer> statuses = many.invokeAll(calls).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .sorted()
                    .toList();
            assertThat(statuses).containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
        }
        assertThat(decided(record.record())).hasSize(1);
    }

    @Test
    void aRecordThatIsToldLateDoesNotComeBack() {
        RecordFact record = record(li, "PER-F-02");
        tellErased(record);
        eventually(() -> isErased(record.record()));
        tell(record);
        told(record(li, "PER-F-01"));
        assertThat(ask("citizen-li", record.record()).status()).isEqualTo(409);
    }

    @Test
    void theTermsSayWhatMayBeDeleted() {
        Reply terms = get("citizen-li", "/deletions/terms");
        assertThat(terms.text("/version")).isEqualTo("2021");
        assertThat(terms.body()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("item").asString()))
                .contains("PER-F-02");
    }

    private Reply ask(String who, String record) {
        return post(who, "/deletions", body(record), null);
    }

    private static String body(String record) {
        return "{\"record\":\"" + record + "\"}";
    }

    private List<DeletionDecided> decided(String record) {
        try (TopicReader remedy = SYSTEM.reader(Topics.REMEDY)) {
            return remedy
                    .await(
                            1,
                            PATIENCE,
                            event -> TopicReader.header(event, "ce_type").equals(EventTypes.DELETION_DECIDED)
                                    && event.value().contains(record))
                    .stream()
                    .map(event -> ContractJson.mapper().readValue(event.value(), DeletionDecided.class))
                    .toList();
        }
    }
}
