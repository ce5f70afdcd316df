package org.jointcredit.objection;

import static org.assertj.core.api.Assertions.assertThat;

import org.jointcredit.objection.deletion.DeletionQueries;
import org.jointcredit.testsupport.QueryPlan;
import org.junit.jupiter.api.Test;

/** No query looks at every document, and no page is sorted in memory (architecture: data). */
class IndexUseIT extends RunningObjection {
    @Test
    void everyQueryOfDeletionsUsesAnIndex() {
        DeletionQueries.all()
                .forEach((what, query) -> assertThat(QueryPlan.stages(mongo.getDb(), query))
                        .as(what)
                        .doesNotContain("COLLSCAN", "SORT"));
    }
}
