package org.jointcredit.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.jointcredit.collection.batch.BatchQueries;
import org.jointcredit.collection.listing.ListingQueries;
import org.jointcredit.collection.record.RecordQueries;
import org.jointcredit.collection.subject.SubjectQueries;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** No query looks at every document (architecture: data). */
class IndexUseIT extends RunningCollection {
    @Test
    void everyQueryOfListingsUsesAnIndex() {
        ListingQueries.all(clock.today())
                .forEach((what, query) ->
                        assertThat(stages("listings", query)).as(what).doesNotContain("COLLSCAN"));
    }

    @Test
    void everyPageOfListingsIsSortedByAnIndex() {
        ListingQueries.sorted()
                .forEach((what, query) ->
                        assertThat(stages("listings", query)).as(what).doesNotContain("COLLSCAN", "SORT"));
    }

    @Test
    void everyQueryOfSubjectsUsesAnIndex() {
        SubjectQueries.all()
                .forEach((what, query) ->
                        assertThat(stages("subjects", query)).as(what).doesNotContain("COLLSCAN"));
    }

    @Test
    void everyQueryOfRecordsUsesAnIndex() {
        RecordQueries.all()
                .forEach((what, query) ->
                        assertThat(stages("records", query)).as(what).doesNotContain("COLLSCAN"));
        assertThat(stages("record_refusals", RecordQueries.refusals())).doesNotContain("COLLSCAN");
    }

    @Test
    void everyPageOfRecordsIsSortedByAnIndex() {
        RecordQueries.sorted()
                .forEach((what, query) ->
                        assertThat(stages("records", query)).as(what).doesNotContain("COLLSCAN", "SORT"));
    }

    @Test
    void everyQueryOfBatchesUsesAnIndexAndIsSortedByIt() {
        BatchQueries.batches()
                .forEach((what, query) ->
                        assertThat(stages("batches", query)).as(what).doesNotContain("COLLSCAN"));
        BatchQueries.rows()
                .forEach((what, query) ->
                        assertThat(stages("batchRows", query)).as(what).doesNotContain("COLLSCAN", "SORT"));
        BatchQueries.uploads()
                .forEach((what, query) ->
                        assertThat(stages("batchUploads", query)).as(what).doesNotContain("COLLSCAN"));
    }

    private Set<String> stages(String collection, Document query) {
        Document explained = mongo.getDb()
                .runCommand(new Document(
                                "explain",
                                new Document("find", collection)
                                        .append("filter", query.get("filter"))
                                        .append("sort", query.get("sort", new Document())))
                        .append("verbosity", "queryPlanner"));
        Set<String> stages = new TreeSet<>();
        collect(explained.get("queryPlanner", Document.class).get("winningPlan"), stages);
        return stages;
    }

    private static void collect(@Nullable Object node, Set<String> stages) {
        if (node instanceof Document document) {
            if (document.get("stage") instanceof String stage) {
                stages.add(stage);
            }
            document.values().forEach(value -> collect(value, stages));
        } else if (node instanceof List<?> list) {
            list.forEach(value -> collect(value, stages));
        }
    }
}
