package org.jointcredit.platform.eventing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.CommonContainerStoppingErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;

/**
 * Runs every declared {@link Consumption}. Offsets are committed after a batch is done; there are no container
 * retries. A container that has stopped makes the service unhealthy.
 */
final class EventConsumers implements SmartLifecycle, HealthIndicator {

    private static final Duration LOGIN_AGAIN = Duration.ofSeconds(5);

    private final ConsumerFactory<String, byte[]> factory;
    private final String groupPrefix;
    private final List<Consumption> consumptions;
    private final DeadLetters deadLetters;
    private final Parked parked;
    private final List<ConcurrentMessageListenerContainer<String, byte[]>> containers = new ArrayList<>();
    private final AtomicBoolean stopping = new AtomicBoolean();

    EventConsumers(
            ConsumerFactory<String, byte[]> factory,
            String groupPrefix,
            List<Consumption> consumptions,
            DeadLetters deadLetters,
            Parked parked) {
        this.factory = factory;
        this.groupPrefix = groupPrefix;
        this.consumptions = consumptions;
        this.deadLetters = deadLetters;
        this.parked = parked;
    }

    @Override
    public void start() {
        stopping.set(false);
        for (Consumption consumption : consumptions) {
            var properties = new ContainerProperties(consumption.topics());
            properties.setGroupId(group(groupPrefix, consumption.name()));
            properties.setAckMode(ContainerProperties.AckMode.BATCH);
            properties.setMessageListener(consumer(consumption));
            // Keycloak away when the log-in is renewed: waited out like every outage
            properties.setAuthExceptionRetryInterval(LOGIN_AGAIN);
            var container = new ConcurrentMessageListenerContainer<>(factory, properties);
            container.setBeanName(consumption.name());
            container.setCommonErrorHandler(new CommonContainerStoppingErrorHandler());
            container.start();
            containers.add(container);
        }
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
                : Health.down().withDetail("stopped", stopped).build();
    }
}
