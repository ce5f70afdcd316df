package org.jointcredit.platform.eventing;

import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an aggregate, as the domain states it: past tense, before it has a number.
 *
 * @param type the full event type where it is sent, a short word where it is only kept
 * @param payload what is sent or kept, written as JSON
 * @param to where it is sent; null: kept in the journal only
 */
public record Step(String type, Object payload, @Nullable Destination to) {

    public static Step sent(String type, Object payload, String topic, String key) {
        return new Step(type, payload, new Destination(topic, key));
    }

    public static Step kept(String type, Object payload) {
        return new Step(type, payload, null);
    }
}
