package org.jointcredit.collection.remedy;

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

/** What is followed of objection-service, and where it can be learned anew. */
@Configuration(proxyBeanMethods = false)
class RemedyConfiguration {
    private static final String REMEDY = "remedy";
    /** A page of a snapshot is some megabytes. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Should the topic no longer hold what was missed. */
    @Bean
    OwnersSnapshot remedySnapshot(ServiceCalls calls, @Value("${jointcredit.objection-url}") String objection) {
        return new OwnersSnapshot(
                REMEDY, Topics.REMEDY, calls.to(objection, PATIENCE), "/api/objection/deletions/snapshot");
    }

    @Bean
    Consumption remedy(Remedies remedies) {
        return new Consumption(
                REMEDY,
                Pattern.compile(Topics.REMEDY),
                Set.of(
                        EventTypes.DELETION_DECIDED,
                        EventTypes.OBJECTION_DECIDED,
                        EventTypes.REVIEW_DECIDED,
                        EventTypes.REPAIR_DECIDED,
                        EventTypes.EXIT_DECIDED),
                Set.of(EventTypes.OBJECTION_RECEIVED),
                remedies::take);
    }
}
