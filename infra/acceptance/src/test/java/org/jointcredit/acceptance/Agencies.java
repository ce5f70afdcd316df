package org.jointcredit.acceptance;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.testsupport.TestSystem;
import org.jointcredit.testsupport.TopicReader;
import tools.jackson.databind.JsonNode;

/**
 * The agencies' own systems: each reads its topic as itself and answers every notice that concerns this test. Who reads
 * a notice twice answers under the same id.
 */
final class Agencies implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Outbox outbox;
    private final Predicate<JsonNode> concerned;
    private final Function<JsonNode, List<Report>> habits;
    private final List<Thread> threads;
    private final CountDownLatch closing = new CountDownLatch(1);

    /** @param type as in {@code EventTypes} */
    record Report(String type, Map<String, String> more) {
        static Report of(String type) {
            return new Report(type, Map.of());
        }
    }

    /** @param habits what an agency reports of a notice, in this order */
    Agencies(TestSystem system, Outbox outbox, String run, Function<JsonNode, List<Report>> habits) {
        this.outbox = outbox;
        this.concerned = notice -> notice.path("listingNumber").asString().startsWith(run);
        this.habits = habits;
        this.threads = LawCodes.DEPARTMENTS.stream()
                .map(agency -> Thread.ofPlatform().name(agency).start(() -> work(system, agency, run)))
                .toList();
    }

    static String reportId(String notice, String type) {
        return notice + "/" + type;
    }

    private void work(TestSystem system, String agency, String run) {
        try (var consumer = system.consumer("sys-" + agency, agency + "-" + run)) {
            consumer.subscribe(List.of(Topics.response(agency)));
            while (closing.getCount() > 0) {
                answer(agency, consumer);
            }
        }
    }

    private void answer(String agency, KafkaConsumer<String, String> consumer) {
        StreamSupport.stream(consumer.poll(POLL).spliterator(), false)
                .filter(Agencies::isIssued)
                .map(record -> Front.JSON.readTree(record.value()))
                .filter(concerned)
                .forEach(notice -> habits.apply(notice).forEach(report -> report(agency, notice, report)));
    }

    private static boolean isIssued(ConsumerRecord<String, String> record) {
        return TopicReader.header(record, CloudEvents.TYPE).equals(EventTypes.NOTICE_ISSUED);
    }

    private void report(String agency, JsonNode notice, Report report) {
        var id = notice.path("notice").asString();
        var body = Front.JSON.createObjectNode().put("notice", id).put("by", "经办人 " + agency);
        report.more().forEach(body::put);
        outbox.send(Topics.feedback(agency), id, report.type(), reportId(id, report.type()), body);
    }

    @Override
    public void close() {
        closing.countDown();
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
