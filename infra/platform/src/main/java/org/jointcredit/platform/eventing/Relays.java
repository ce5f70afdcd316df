package org.jointcredit.platform.eventing;

import java.time.Clock;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Makes the relay of a kind of aggregate; a service declares each as a bean. */
public final class Relays {

    private final MongoDatabaseFactory mongo;
    private final EventSender sender;
    private final Clock clock;

    Relays(MongoDatabaseFactory mongo, EventSender sender, Clock clock) {
        this.mongo = mongo;
        this.sender = sender;
        this.clock = clock;
    }

    public Relay of(String aggregates) {
        return new Relay(mongo, aggregates, sender, clock);
    }
}
