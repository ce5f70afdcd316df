package org.jointcredit.platform.eventing;

/**
 * Where a journal entry is sent.
 *
 * @param topic the Kafka topic
 * @param key the record key, which decides the partition and so the order
 */
public record Destination(String topic, String key) {}
