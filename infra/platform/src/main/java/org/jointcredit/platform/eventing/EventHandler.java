package org.jointcredit.platform.eventing;

import java.util.List;

/**
 * Applies events in their order, in as few writes as possible. It must be idempotent: the same events come again after
 * a crash, a rebalance or a failed batch. It returns only when their effect is durable, and throws what it meets:
 * the platform waits out an outage and parks what can never be applied.
 */
@FunctionalInterface
public interface EventHandler {
    void handle(List<InboundEvent> events);
}
