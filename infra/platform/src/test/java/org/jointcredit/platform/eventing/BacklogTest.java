package org.jointcredit.platform.eventing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/** S6: who asks is told when what was published may not have arrived. */
class BacklogTest {

    private static final TopicPartition PARTITION = new TopicPartition("trigger", 0);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-30T02:00:00Z"));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final MockConsumer<String, byte[]> broker = new MockConsumer<>("earliest");
    private final Backlog backlog =
            new Backlog(new DefaultKafkaConsumerFactory<>(Map.of()), "svc-sanction-trigger", "trigger", clock);

    @BeforeEach
    void aTopicWithAnEnd() {
        broker.assign(List.of(PARTITION));
        broker.updatePartitions(
                "trigger", List.of(new PartitionInfo("trigger", 0, Node.noNode(), new Node[0], new Node[0])));
        broker.updateBeginningOffsets(Map.of(PARTITION, 0L));
        end(10);
    }

    @Test
    void untilItIsKnownNothingIsFresh() {
        assertThat(backlog.isOver(MINUTE)).isTrue();
    }

    @Test
    void whatIsConfirmedToTheEndIsFreshForAMinute() {
        confirmed(10);
        backlog.ask(broker);

        assertThat(backlog.isOver(MINUTE)).isFalse();
        pass(Duration.ofSeconds(61));
        assertThat(backlog.isOver(MINUTE)).isTrue();
    }

    @Test
    void aConsumerThatStandsStillFallsBehindAndCatchesUp() {
        confirmed(10);
        backlog.ask(broker);
        end(11);
        pass(Duration.ofSeconds(50));
        backlog.ask(broker);
        pass(Duration.ofSeconds(50));
        backlog.ask(broker);
        assertThat(backlog.isOver(MINUTE)).isTrue();

        confirmed(11);
        backlog.ask(broker);
        assertThat(backlog.isOver(MINUTE)).isFalse();
    }

    @Test
    void aTopicThatNeverRestsIsFreshAsLongAsItIsFollowed() {
        for (long sent = 10; sent < 40; sent++) {
            end(sent);
            confirmed(sent - 1);
            backlog.ask(broker);
            pass(Duration.ofSeconds(5));
        }

        assertThat(backlog.isOver(MINUTE)).isFalse();
    }

    @Test
    void whatHasLeftTheTopicKeepsNobodyWaiting() {
        broker.updateBeginningOffsets(Map.of(PARTITION, 10L));
        backlog.ask(broker);

        assertThat(backlog.isOver(MINUTE)).isFalse();
    }

    private void end(long offset) {
        broker.updateEndOffsets(Map.of(PARTITION, offset));
    }

    private void confirmed(long offset) {
        broker.commitSync(Map.of(PARTITION, new OffsetAndMetadata(offset)));
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }
}
