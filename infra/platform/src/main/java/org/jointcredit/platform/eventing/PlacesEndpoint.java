package org.jointcredit.platform.eventing;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/**
 * {@code GET /actuator/places} names the consumptions that stopped because their place is gone; {@code POST
 * {"consumption": "trigger"}} leads one of them back to its topic.
 */
@WebEndpoint(id = "places")
final class PlacesEndpoint {

    private final EventConsumers consumers;
    private final Recovery recovery;

    PlacesEndpoint(EventConsumers consumers, Recovery recovery) {
        this.consumers = consumers;
        this.recovery = recovery;
    }

    /** By consumption and partition: the offset that it would have applied next. */
    @ReadOperation
    Map<String, Map<String, Long>> gone() {
        Map<String, Map<String, Long>> gone = new TreeMap<>();
        consumers.gone().forEach((name, places) -> {
            Map<String, Long> offsets = new TreeMap<>();
            places.forEach((partition, offset) -> offsets.put(partition.toString(), offset));
            gone.put(name, offsets);
        });
        return gone;
    }

    record Recovered(Recovery.Outcome outcome) {}

    @WriteOperation
    Recovered recover(String consumption) {
        return new Recovered(recovery.recover(consumption));
    }
}
