package org.jointcredit.platform.eventing;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a service consumes, declared as a bean.
 *
 * @param name says what for; part of the consumer group and of the dead letter
 * @param topics the topics, as a pattern without dots in its variable part
 * @param types the event types that are understood here; any other goes to the dead letters
 * @param passedOver types that are of no interest here and are not even read
 * @param handler applies them
 */
public record Consumption(
        String name, Pattern topics, Set<String> types, Set<String> passedOver, EventHandler handler) {

    public Consumption(String name, Pattern topics, Set<String> types, EventHandler handler) {
        this(name, topics, types, Set.of(), handler);
    }
}
