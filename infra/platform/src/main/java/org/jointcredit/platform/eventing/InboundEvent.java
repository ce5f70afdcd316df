package org.jointcredit.platform.eventing;

import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.EventHeaders;
import org.jointcredit.contract.event.Topics;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message that was understood: it has its CloudEvents headers, a type that the consumer knows, and a JSON object.
 *
 * @param topic where it came from; on a department's topic that alone says who sent it
 * @param key the record key as sent
 */
public record InboundEvent(String topic, @Nullable String key, EventHeaders headers, ObjectNode data) {

    /** The department or agency whose topic this is: {@code market} of {@code intake.market}. */
    public String department() {
        return Topics.owner(topic);
    }

    /** The value of one of our own events, in its contract's form. */
    public <T> T as(Class<T> payload) {
        return ContractJson.mapper().treeToValue(data, payload);
    }
}
