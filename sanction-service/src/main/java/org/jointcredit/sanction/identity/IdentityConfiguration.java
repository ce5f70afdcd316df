package org.jointcredit.sanction.identity;

import java.time.Duration;
import org.jointcredit.platform.security.ServiceCalls;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The call to collection: never longer than a reader of a notice would wait. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    private static final Duration READ = Duration.ofSeconds(2);

    @Bean
    Identities identities(ServiceCalls calls, @Value("${jointcredit.collection-url}") String collection) {
        return new Identities(calls.to(collection, READ));
    }
}
