package org.jointcredit.acceptance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.testsupport.TestSystem;
import org.jointcredit.testsupport.TopicReader;
import tools.jackson.databind.JsonNode;

/**
 * The agencies' own systems: each reads its topic as itself and answers every notice that concerns this test. What the
 * broker did not take is sent again, and who reads a notice twice answers again, both under the same id.
 */
final class Agencies implements AutoCloseable {
    private final Outbox outbox;
    private final Predicate<JsonNode> concerned;
    private final Function<JsonNode, List<Report>> habits;
    private final Map<String, Listener> listeners = new HashMap<>();
    private volatile boolean closing;

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
        LawCodes.DEPARTMENTS.forEach(agency -> listeners.put(
                agency,
                new Listener(agency, () -> reader(system, agency, run), records -> answer(agency, records)).start()));
    }

    static String reportId(String notice, String type) {
        return notice + "/" + type;
    }

    /** Agencies that no longer answer, and why. */
    Map<String, Throwable> dead() {
        var dead = new HashMap<String, Throwable>();
        listeners.forEach((agency, listener) -> listener.death().ifPresent(why -> dead.put(agency, why)));
        return dead;
    }

    private static KafkaConsumer<String, String> reader(TestSystem system, String agency, String run) {
        var consumer = system.consumer("sys-" + agency, agency + "-" + run);
        consumer.subscribe(List.of(Topics.response(agency)));
        return consumer;
    }

    /** Returns when the broker has all of them, so that no notice is left behind with its report lost. */
    private void answer(String agency, ConsumerRecords<String, String> records) {
        var notices = StreamSupport.stream(records.spliterator(), false)
                .filter(Agencies::isIssued)
                .map(record -> Front.JSON.readTree(record.value()))
                .filter(concerned)
                .toList();
        boolean taken = false;
        while (!taken && !closing) {
            var sending = notices.stream()
                    .flatMap(notice -> habits.apply(notice).stream().map(report -> report(agency, notice, report)))
                    .toList();
            taken = sending.stream().filter(Agencies::isTaken).count() == sending.size();
        }
    }

    private static boolean isIssued(ConsumerRecord<String, String> record) {
        return TopicReader.header(record, CloudEvents.TYPE).equals(EventTypes.NOTICE_ISSUED);
    }

    private Future<RecordMetadata> report(String agency, JsonNode notice, Report report) {
        var id = notice.path("notice").asString();
        var body = Front.JSON.createObjectNode().put("notice", id).put("by", "经办人 " + agency);
        report.more().forEach(body::put);
        return outbox.send(Topics.feedback(agency), id, report.type(), reportId(id, report.type()), body);
    }

    private static boolean isTaken(Future<RecordMetadata> sending) {
        try {
            sending.get();
            return true;
        } catch (ExecutionException _) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        closing = true;
        listeners.values().forEach(Listener::close);
    }
}
