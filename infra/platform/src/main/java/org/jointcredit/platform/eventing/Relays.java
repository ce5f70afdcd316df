package org.jointcredit.platform.eventing;

import java.time.Clock;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** Makes the relay of a kind of aggregate; a service declares each as a bean. */
public final class Relays {

    private final MongoDatabaseFactory mongo;
    private final EventSender facts;
    private final EventSender answers;
    private final Clock clock;

    Relays(MongoDatabaseFactory mongo, KafkaTemplate<String, String> kafka, String source, Clock clock) {
        this.mongo = mongo;
        this.facts = new EventSender(kafka, source, true);
        this.answers = new EventSender(kafka, source, false);
        this.clock = clock;
    }

    /** Of aggregates whose events follow one another. */
    public Relay of(String aggregates) {
        return new Relay(mongo, aggregates, facts, clock);
    }

    /** Of single answers to what outsiders sent. */
    public Relay ofAnswers(String answered) {
        return new Relay(mongo, answered, answers, clock);
    }
}
