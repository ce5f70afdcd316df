package org.jointcredit.benchmark;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.jointcredit.contract.event.CloudEvents;

/// What one listing sets off, as the product itself stores and sends it: the pattern of the baseline.
record Sample(List<Notice> notices) {
    record Notice(Document stored, ConsumerRecord<String, byte[]> sent) {}

    static Sample take(Bench bench) {
        var sanction = bench.mongo().getDatabase("sanction");
        var sent = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var arrivals = bench.notices()) {
            bench.facts().onTrigger(1).forEach(bench.producer()::send);
            arrivals.await(1, (record, _) -> sent.add(record));
            var action = first(sanction.getCollection("actions").find(Filters.eq(Arrivals.listing(sent.getFirst()))));
            int planned = action.getList("plan", Document.class).size();
            if (sent.size() < planned) {
                arrivals.await(planned - sent.size(), (record, _) -> sent.add(record));
            }
        }
        var notices = sanction.getCollection("notices");
        return new Sample(sent.stream()
                .map(record -> new Notice(
                        first(notices.find(Filters.eq(Arrivals.header(record, CloudEvents.SUBJECT)))), record))
                .toList());
    }

    private static Document first(Iterable<Document> found) {
        return found.iterator().next();
    }
}
