package org.jointcredit.local.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jointcredit.contract.event.ActionChanged;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.local.LocalSystem;

/// What sanction has made of listings and reports, as it says on `feedback`.
final class Happened implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, List<ActionChanged.Notice>> actions = new HashMap<>();
    private final Map<String, Set<String>> versions = new HashMap<>();
    private final Set<String> recorded = new HashSet<>();

    Happened(LocalSystem system) {
        this.consumer = Messages.everything(system, "svc-admin", Topics.FEEDBACK);
    }

    /// Takes in what has arrived, or waits for a moment.
    void read() {
        consumer.poll(Duration.ofMillis(20)).forEach(this::read);
    }

    private void read(ConsumerRecord<String, byte[]> message) {
        switch (Messages.header(message, CloudEvents.TYPE)) {
            case EventTypes.ACTION_CHANGED -> {
                var changed = Messages.read(message, ActionChanged.class);
                actions.put(changed.listing(), changed.notices());
                versions.computeIfAbsent(changed.listing(), _ -> new HashSet<>())
                        .add(Messages.header(message, CloudEvents.ID));
            }
            case EventTypes.FEEDBACK_RECORDED -> recorded.add(Messages.header(message, CloudEvents.CAUSATION_ID));
            default -> {}
        }
    }

    /// How often the joint action of a listing has changed.
    int changes(String listing) {
        return versions.getOrDefault(listing, Set.of()).size();
    }

    List<ActionChanged.Notice> notices(String listing) {
        return actions.getOrDefault(listing, List.of());
    }

    /// Strikes out the reports that are recorded.
    void strike(Set<String> reports) {
        reports.removeIf(recorded::remove);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
