package org.jointcredit.platform.eventing;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Leads a consumption whose place is gone back to its topic: what the topic no longer holds is learned from the owner's
 * snapshot, what came since the snapshot began from the topic.
 */
public final class Recovery {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ConsumerFactory<String, byte[]> factory;
    private final String group;
    private final EventConsumers consumers;
    private final List<OwnersSnapshot> snapshots;

    Recovery(
            ConsumerFactory<String, byte[]> factory,
            String group,
            EventConsumers consumers,
            List<OwnersSnapshot> snapshots) {
        this.factory = factory;
        this.group = group;
        this.consumers = consumers;
        this.snapshots = snapshots;
    }

    /** Where those that stopped may go on, once everything before is known. */
    public static final class Noted {
        private final Map<String, Map<TopicPartition, Long>> next;

        private Noted(Map<String, Map<TopicPartition, Long>> next) {
            this.next = next;
        }
    }

    /** To be noted before the first page of a snapshot is read: what is told afterwards lies behind it. */
    public Noted note(Collection<String> consumptions) {
        Map<String, Map<TopicPartition, Long>> next = new HashMap<>();
        consumers.gone().forEach((name, places) -> {
            if (consumptions.contains(name)) {
                next.put(name, offsets(places.keySet(), Consumer::endOffsets));
            }
        });
        return new Noted(next);
    }

    /** Everything before is known now. */
    public void goOn(Noted noted) {
        noted.next.forEach(consumers::goOn);
    }

    /** What became of a consumption whose place was gone. */
    public enum Outcome {
        /** Its place is not gone, or nothing is called so. */
        NOTHING_TO_DO,
        /** All of it was learned from the owner. */
        LEARNED_ANEW,
        /** No owner keeps what outsiders sent: it goes on with the first that is left; they send the rest again. */
        FROM_THE_FIRST_LEFT
    }

    Outcome recover(String consumption) {
        Map<TopicPartition, Long> gone = consumers.gone().get(consumption);
        if (gone == null) {
            return Outcome.NOTHING_TO_DO;
        }
        OwnersSnapshot snapshot = snapshots.stream()
                .filter(owners -> owners.consumption().equals(consumption))
                .findFirst()
                .orElse(null);
        if (snapshot == null) {
            consumers.goOn(consumption, offsets(gone.keySet(), Consumer::beginningOffsets));
            return Outcome.FROM_THE_FIRST_LEFT;
        }
        Noted noted = note(List.of(consumption));
        @Nullable String after = null;
        do {
            SnapshotPage page = snapshot.page(after);
            consumers.apply(consumption, page.on(snapshot.topic()));
            after = page.next();
        } while (after != null);
        goOn(noted);
        return Outcome.LEARNED_ANEW;
    }

    private interface Offsets {
        Map<TopicPartition, Long> of(
                Consumer<String, byte[]> consumer, Collection<TopicPartition> partitions, Duration patience);
    }

    private Map<TopicPartition, Long> offsets(Set<TopicPartition> partitions, Offsets which) {
        try (Consumer<String, byte[]> consumer = factory.createConsumer(group, null)) {
            return which.of(consumer, partitions, PATIENCE);
        }
    }
}
