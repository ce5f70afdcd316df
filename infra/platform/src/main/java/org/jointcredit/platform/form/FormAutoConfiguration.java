package org.jointcredit.platform.form;

import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.time.TimeAutoConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/// The reader of identities, which knows today and whether this is the demonstration.
@AutoConfiguration(after = TimeAutoConfiguration.class)
class FormAutoConfiguration {
    @Bean
    IdentityReader identityReader(BusinessClock clock, @Value("${jointcredit.demo:false}") boolean demo) {
        return new IdentityReader(clock, demo);
    }
}
