package org.jointcredit.platform.eventing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.CommonContainerStoppingErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Runs every declared {@link Consumption}. Offsets are committed after a batch is done; there are no container
 * retries. A container that has stopped makes the service unhealthy; where its place is gone, it says so and how to go
 * on.
 */
final class EventConsumers implements SmartLifecycle, HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(EventConsumers.class);
    private static final Duration LOGIN_AGAIN = Duration.ofSeconds(5);
    private static final String WAY_OUT = "docs/operations.md, \"A place is gone\"";

    private final ConsumerFactory<String, byte[]> factory;
    private final String groupPrefix;
    private final List<Consumption> consumptions;
    private final DeadLetters deadLetters;
    private final Parked parked;
    private final Places places;
    private final KafkaAdmin admin;
    private final List<ConcurrentMessageListenerContainer<String, byte[]>> containers = new ArrayList<>();
    /** By consumption: which partitions no longer have the offset that was to be applied next. */
    private final Map<String, Map<TopicPartition, Long>> gone = new ConcurrentHashMap<>();

    private final AtomicBoolean stopping = new AtomicBoolean();

    EventConsumers(
            ConsumerFactory<String, byte[]> factory,
            String groupPrefix,
            List<Consumption> consumptions,
            DeadLetters deadLetters,
            Parked parked,
            Places places,
            KafkaAdmin admin) {
        this.factory = factory;
        this.groupPrefix = groupPrefix;
        this.consumptions = consumptions;
        this.deadLetters = deadLetters;
        this.parked = parked;
        this.places = places;
        this.admin = admin;
    }

    @Override
    public void start() {
        stopping.set(false);
        gone.clear();
        for (Consumption consumption : consumptions) {
            var properties = new ContainerProperties(consumption.topics());
            properties.setGroupId(group(groupPrefix, consumption.name()));
            properties.setAckMode(ContainerProperties.AckMode.BATCH);
            var place = new KeptPlace(consumption.name(), consumer(consumption), places, admin, stopping);
            properties.setMessageListener(place);
            properties.setConsumerRebalanceListener(place);
            // it begins where the database says, and nowhere else
            properties.getKafkaConsumerProperties().setProperty(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
            // Keycloak away when the log-in is renewed: waited out like every outage
            properties.setAuthExceptionRetryInterval(LOGIN_AGAIN);
            var container = new ConcurrentMessageListenerContainer<>(factory, properties);
            container.setBeanName(consumption.name());
            container.setCommonErrorHandler(stopping(consumption.name()));
            container.start();
            containers.add(container);
        }
    }

    private CommonContainerStoppingErrorHandler stopping(String name) {
        return new CommonContainerStoppingErrorHandler() {
            @Override
            public void handleOtherException(
                    Exception failure,
                    Consumer<?, ?> consumer,
                    MessageListenerContainer container,
                    boolean batchListener) {
                for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                    if (cause instanceof OffsetOutOfRangeException outOfRange) {
                        gone.put(name, outOfRange.offsetOutOfRangePartitions());
                        log.error(
                                "{}: the topic no longer holds what follows {}; stopped, because nothing is skipped: {}",
                                name,
                                outOfRange.offsetOutOfRangePartitions(),
                                WAY_OUT);
                    }
                }
                super.handleOtherException(failure, consumer, container, batchListener);
            }
        };
    }

    /** Which consumptions stopped because their place is gone, and where they would have gone on. */
    Map<String, Map<TopicPartition, Long>> gone() {
        return Map.copyOf(gone);
    }

    /** Goes on from places that somebody answers for. */
    synchronized void goOn(String name, Map<TopicPartition, Long> next) {
        places.set(name, next);
        gone.remove(name);
        containers.stream()
                .filter(container -> name.equals(container.getBeanName()) && !container.isRunning())
                .forEach(ConcurrentMessageListenerContainer::start);
    }

    /** What was learned otherwise than from the topic. */
    void apply(String name, List<InboundEvent> events) {
        consumptions.stream()
                .filter(consumption -> consumption.name().equals(name))
                .forEach(consumption -> Retry.untilDone(
                        name, stopping, () -> consumption.handler().handle(events)));
    }

    static String group(String prefix, String consumption) {
        return prefix + "-" + consumption;
    }

    /** Takes up again what was put aside; what the service no longer consumes stays where it was. */
    void replay(String name, ConsumerRecord<String, byte[]> record) {
        consumptions.stream()
                .filter(consumption -> consumption.name().equals(name))
                .forEach(consumption -> consumer(consumption).onMessage(List.of(record)));
    }

    private EventConsumer consumer(Consumption consumption) {
        return new EventConsumer(consumption, deadLetters, parked, stopping);
    }

    @Override
    public void stop() {
        stopping.set(true);
        containers.forEach(ConcurrentMessageListenerContainer::stop);
        containers.clear();
    }

    @Override
    public boolean isRunning() {
        return !containers.isEmpty();
    }

    @Override
    public Health health() {
        var stopped = containers.stream()
                .filter(container -> !container.isRunning())
                .map(ConcurrentMessageListenerContainer::getBeanName)
                .toList();
        return stopped.isEmpty()
                ? Health.up().build()
                : Health.down()
                        .withDetail("stopped", stopped)
                        .withDetail("placesGone", gone.toString())
                        .withDetail("wayOut", gone.isEmpty() ? "the log says why; start again" : WAY_OUT)
                        .build();
    }
}
