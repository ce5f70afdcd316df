package org.jointcredit.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.bson.Document;
import org.jointcredit.collection.batch.BatchQueries;
import org.jointcredit.collection.listing.ListingQueries;
import org.jointcredit.collection.record.RecordQueries;
import org.jointcredit.collection.subject.SubjectQueries;
import org.jointcredit.testsupport.QueryPlan;
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
        BatchQueries.keys()
                .forEach((what, query) ->
                        assertThat(stages("batchKeys", query)).as(what).doesNotContain("COLLSCAN"));
        BatchQueries.uploads()
                .forEach((what, query) ->
                        assertThat(stages("batchUploads", query)).as(what).doesNotContain("COLLSCAN"));
    }

    private Set<String> stages(String collection, Document query) {
        return QueryPlan.stages(
                mongo.getDb(),
                new Document("find", collection)
                        .append("filter", query.get("filter"))
                        .append("sort", query.get("sort", new Document())));
    }
}
