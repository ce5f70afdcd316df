package org.jointcredit.sanction;

import static org.assertj.core.api.Assertions.assertThat;

import org.jointcredit.sanction.action.ActionQueries;
import org.junit.jupiter.api.Test;

/** No query looks at every document (architecture: data). */
class IndexUseIT extends RunningSanction {

    @Test
    void everyQueryOfActionsAndTheirGroundsUsesAnIndex() {
        ActionQueries.actions()
                .forEach((what, query) -> assertThat(QueryPlan.stages(mongo, "actions", query, null))
                        .as(what)
                        .doesNotContain("COLLSCAN"));
        ActionQueries.grounds()
                .forEach((what, query) -> assertThat(QueryPlan.stages(mongo, "grounds", query, null))
                        .as(what)
                        .doesNotContain("COLLSCAN"));
    }
}
