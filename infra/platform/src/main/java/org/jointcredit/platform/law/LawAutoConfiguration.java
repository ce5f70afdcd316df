package org.jointcredit.platform.law;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The law data every service reads. */
@AutoConfiguration
public class LawAutoConfiguration {
    @Bean
    Departments departments() {
        return Departments.load();
    }
}
