package org.jointcredit.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.jointcredit.disclosure.register.RegisterQueries;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** No query looks at every document, and no page is sorted in memory (architecture: data). */
class IndexUseIT extends RunningDisclosure {
    @Test
    void everyQueryOfTheRegisterUsesAnIndex() {
        RegisterQueries.all(clock.today())
                .forEach((what, query) -> assertThat(stages(query)).as(what).doesNotContain("COLLSCAN", "SORT"));
    }

    private Set<String> stages(Document find) {
        Document explained =
                mongo.getDb().runCommand(new Document("explain", find).append("verbosity", "queryPlanner"));
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
