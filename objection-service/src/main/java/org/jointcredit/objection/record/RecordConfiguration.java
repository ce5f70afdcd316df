package org.jointcredit.objection.record;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.platform.eventing.Consumption;
import org.jointcredit.platform.eventing.OwnersSnapshot;
import org.jointcredit.platform.security.ServiceCalls;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service hears of records. */
@Configuration(proxyBeanMethods = false)
class RecordConfiguration {
    private static final String RECORD = "record";
    /** A page of a snapshot is some megabytes. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Where records can be learned anew, should the topic no longer hold what was missed. */
    @Bean
    OwnersSnapshot recordSnapshot(ServiceCalls calls, @Value("${jointcredit.collection-url}") String collection) {
        return new OwnersSnapshot(
                RECORD, Topics.RECORD, calls.to(collection, PATIENCE), "/api/collection/records/snapshot");
    }

    @Bean
    Consumption recordConsumption(Records records) {
        return new Consumption(
                RECORD,
                Pattern.compile(Topics.RECORD),
                Set.of(
                        EventTypes.RECORD_PUBLISHED,
                        EventTypes.RECORD_REVISED,
                        EventTypes.RECORD_WITHDRAWN,
                        EventTypes.RECORD_ARCHIVED,
                        EventTypes.RECORD_ERASED),
                records::take);
    }
}
