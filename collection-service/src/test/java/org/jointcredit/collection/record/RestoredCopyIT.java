package org.jointcredit.collection.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.collection.Bodies.LI;
import static org.jointcredit.collection.Bodies.WANG;
import static org.jointcredit.collection.Bodies.penalty;
import static org.jointcredit.collection.Bodies.penaltyOfPerson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.jointcredit.collection.RunningCollection;
import org.jointcredit.collection.subject.SubjectStore;
import org.jointcredit.collection.submission.Scope;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.platform.cipher.IndexKeys;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.testsupport.TopicReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.node.ObjectNode;

/** What was erased stays erased, though the database is restored from a copy made before (X3, C2). */
@SuppressWarnings("NullAway.Init")
class RestoredCopyIT extends RunningCollection {
    private static final String RECORDS = "/api/collection/records";
    private static final List<String> RESTORED = List.of(RecordStore.COLLECTION, ErasedStore.COLLECTION, "places");

    @Autowired
    private RecordStore store;

    @Autowired
    private ErasedStore erased;

    @Autowired
    private SubjectStore subjects;

    @Value("${jointcredit.keys.index}")
    private String indexKeys;

    @Autowired
    @Qualifier("eventConsumers")
    private SmartLifecycle consumers;

    @Test
    void whatTheCopyHoldsAndWhatItDoesNotEvenKnowIsErasedAgain() {
        ObjectNode known = penaltyOfPerson(clock.today());
        ObjectNode younger = penaltyOfPerson(clock.today());
        ObjectNode other = penalty(clock.today());
        String inTheCopy = taken(known);
        String kept = taken(other);
        heard(kept);
        Map<String, List<Document>> copy = copy();
        String notInIt = taken(younger);
        Map<String, String> events = new HashMap<>();
        try (TopicReader topic = SYSTEM.reader(Topics.RECORD)) {
            for (String record : List.of(inTheCopy, notInIt)) {
                erase(record);
                var gone = topic.await(2, PATIENCE, about(record)).getLast();
                assertThat(type(gone)).isEqualTo(EventTypes.RECORD_ERASED);
                events.put(record, TopicReader.header(gone, CloudEvents.ID));
            }
        }

        consumers.stop();
        restore(copy);
        assertThat(get("market-reporter", RECORDS + "/" + inTheCopy).status())
                .as("the copy brings it back")
                .isEqualTo(200);
        consumers.start();

        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            for (String record : List.of(inTheCopy, notInIt)) {
                assertThat(get("market-reporter", RECORDS + "/" + record).status())
                        .isEqualTo(410);
                assertThat(tombstone(record)).isNotNull();
            }
        });
        events.forEach((record, event) -> assertThat(
                        Objects.requireNonNull(tombstone(record)).getList("journal", Document.class))
                .as("it was told already, and is not told again")
                .singleElement()
                .satisfies(entry -> assertThat(entry.getString("id")).isEqualTo(event)));
        for (ObjectNode again : List.of(known, younger)) {
            assertThat(post("sys-market", RECORDS, again).status()).isEqualTo(409);
        }
        assertThat(get("market-reporter", RECORDS + "/" + kept).status()).isEqualTo(200);
    }

    @Test
    void itIsKnownUnderANewKeyOfTheIndexToo() {
        ObjectNode said = penaltyOfPerson(clock.today());
        String id = taken(said);
        CreditRecord record =
                Objects.requireNonNull(store.find(id, new Scope(null))).record();
        erase(id);
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) 7);
        var rotated = new IndexKeys("rotated:" + Base64.getEncoder().encodeToString(key) + "," + indexKeys);

        assertThat(erased.among(new Prints(rotated, subjects).of(record.origin().key(), "CITIZEN:" + LI)))
                .isNotEmpty();
        assertThat(erased.among(new Prints(rotated, subjects).of(record.origin().key(), "CITIZEN:" + WANG)))
                .isEmpty();
    }

    private String taken(ObjectNode record) {
        Reply reply = post("sys-market", RECORDS, record);
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(201);
        return reply.text("/id");
    }

    /** As on its subject's request: its time is not over, so no other run would do it. */
    private void erase(String id) {
        Awaitility.await().atMost(PATIENCE).until(() -> {
            CreditRecord record =
                    Objects.requireNonNull(store.find(id, new Scope(null))).record();
            return erased.erase(record, "A27", Cause.first("test", clock.now()));
        });
    }

    /** The service has read what it told itself: a copy of its database is one of after that. */
    private void heard(String record) {
        try (TopicReader topic = SYSTEM.reader(Topics.RECORD)) {
            var told = topic.await(1, PATIENCE, about(record)).getFirst();
            String place = "record/" + told.topic() + "-" + told.partition();
            Awaitility.await().atMost(PATIENCE).until(() -> {
                Document found = mongo.getCollection("places")
                        .find(new Document("_id", place))
                        .first();
                return found != null && found.get("next", Number.class).longValue() > told.offset();
            });
        }
    }

    private Map<String, List<Document>> copy() {
        Map<String, List<Document>> copy = new HashMap<>();
        RESTORED.forEach(collection ->
                copy.put(collection, mongo.getCollection(collection).find().into(new ArrayList<>())));
        return copy;
    }

    private void restore(Map<String, List<Document>> copy) {
        copy.forEach((collection, documents) -> {
            mongo.getCollection(collection).deleteMany(new Document());
            if (!documents.isEmpty()) {
                mongo.getCollection(collection).insertMany(documents);
            }
        });
    }

    private @Nullable Document tombstone(String record) {
        return mongo.getCollection(ErasedStore.COLLECTION)
                .find(new Document("_id", record))
                .first();
    }
}
