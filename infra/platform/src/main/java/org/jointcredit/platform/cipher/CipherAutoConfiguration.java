package org.jointcredit.platform.cipher;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Without keys no service starts: a number must never be stored in the open by mistake. */
@AutoConfiguration
@EnableConfigurationProperties(KeyProperties.class)
public class CipherAutoConfiguration {
    @Bean
    FieldCipher fieldCipher(KeyProperties keys) {
        return new FieldCipher(keys.field());
    }

    @Bean
    IndexKeys indexKeys(KeyProperties keys) {
        return new IndexKeys(keys.index());
    }
}
