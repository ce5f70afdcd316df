package org.jointcredit.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.bson.Document;
import org.jointcredit.disclosure.accesslog.AccessLogQueries;
import org.jointcredit.disclosure.authorisation.AuthorisationQueries;
import org.jointcredit.disclosure.query.BatchQueries;
import org.jointcredit.disclosure.register.RegisterQueries;
import org.jointcredit.testsupport.QueryPlan;
import org.junit.jupiter.api.Test;

/** No query looks at every document, and no page is sorted in memory (architecture: data). */
class IndexUseIT extends RunningDisclosure {
    @Test
    void everyQueryOfTheRegisterUsesAnIndex() {
        RegisterQueries.all(clock.today())
                .forEach((what, query) -> assertThat(stages(query)).as(what).doesNotContain("COLLSCAN", "SORT"));
    }

    @Test
    void everyQueryOfTheLogUsesAnIndex() {
        AccessLogQueries.all()
                .forEach((what, query) -> assertThat(stages(query)).as(what).doesNotContain("COLLSCAN", "SORT"));
    }

    @Test
    void everyQueryOfBatchesUsesAnIndex() {
        BatchQueries.all()
                .forEach((what, query) -> assertThat(stages(query)).as(what).doesNotContain("COLLSCAN", "SORT"));
    }

    @Test
    void everyQueryOfAuthorisationsUsesAnIndex() {
        AuthorisationQueries.all()
                .forEach((what, query) -> assertThat(stages(query)).as(what).doesNotContain("COLLSCAN", "SORT"));
    }

    private Set<String> stages(Document find) {
        return QueryPlan.stages(mongo.getDb(), find);
    }
}
