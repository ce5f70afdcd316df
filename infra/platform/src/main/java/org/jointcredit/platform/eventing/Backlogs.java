package org.jointcredit.platform.eventing;

import java.time.Clock;
import org.springframework.kafka.core.ConsumerFactory;

/** Makes what knows how far a consumption is behind; a service that must say so declares it as a bean. */
public final class Backlogs {

    private final ConsumerFactory<String, byte[]> factory;
    private final String groupPrefix;
    private final Clock clock;

    Backlogs(ConsumerFactory<String, byte[]> factory, String groupPrefix, Clock clock) {
        this.factory = factory;
        this.groupPrefix = groupPrefix;
        this.clock = clock;
    }

    /** @param consumption name of a {@link Consumption} of this one topic */
    public Backlog of(String consumption, String topic) {
        return new Backlog(factory, EventConsumers.group(groupPrefix, consumption), topic, clock);
    }
}
