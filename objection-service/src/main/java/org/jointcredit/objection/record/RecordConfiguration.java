package org.jointcredit.objection.record;

import java.util.Set;
import java.util.regex.Pattern;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.platform.eventing.Consumption;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service hears of records. */
@Configuration(proxyBeanMethods = false)
class RecordConfiguration {
    @Bean
    Consumption recordConsumption(Records records) {
        return new Consumption(
                "record",
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
