package org.jointcredit.sanction.supervision;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexOptions;
import java.util.concurrent.TimeUnit;
import org.jointcredit.platform.mongo.DeclaredIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The indexes of the figures. */
@Configuration(proxyBeanMethods = false)
class SupervisionConfiguration {

    /** Longer than anybody's browser sleeps over a weekend. */
    private static final long FEED_KEPT_DAYS = 7;

    @Bean
    DeclaredIndex cellsChanged() {
        return DeclaredIndex.of(FigureStore.CELLS, ascending("fold"));
    }

    @Bean
    DeclaredIndex feedKept() {
        return new DeclaredIndex(
                FigureStore.FEED, ascending("at"), new IndexOptions().expireAfter(FEED_KEPT_DAYS, TimeUnit.DAYS));
    }
}
