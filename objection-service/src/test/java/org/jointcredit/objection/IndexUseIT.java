package org.jointcredit.objection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.bson.Document;
import org.jointcredit.objection.deletion.DeletionQueries;
import org.jointcredit.objection.objection.ObjectionQueries;
import org.jointcredit.objection.petition.PetitionQueries;
import org.jointcredit.testsupport.QueryPlan;
import org.junit.jupiter.api.Test;

/** No query looks at every document, and no page is sorted in memory (architecture: data). */
class IndexUseIT extends RunningObjection {
    @Test
    void everyQueryOfDeletionsUsesAnIndex() {
        usesAnIndex(DeletionQueries.all());
    }

    @Test
    void everyQueryOfObjectionsUsesAnIndex() {
        usesAnIndex(ObjectionQueries.all());
    }

    @Test
    void everyQueryOfPetitionsUsesAnIndex() {
        usesAnIndex(PetitionQueries.all());
    }

    private void usesAnIndex(Map<String, Document> queries) {
        queries.forEach((what, query) ->
                assertThat(QueryPlan.stages(mongo.getDb(), query)).as(what).doesNotContain("COLLSCAN", "SORT"));
    }
}
