package org.jointcredit.sanction.rule;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

/** The call to collection; list types are public, so it carries no identity. */
@Configuration(proxyBeanMethods = false)
class RuleConfiguration {

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration READ = Duration.ofSeconds(2);

    @Bean
    ListTypes listTypes(RestClient.Builder builder, @Value("${jointcredit.collection-url}") String collection) {
        return new ListTypes(builder.baseUrl(collection)
                .requestFactory(ClientHttpRequestFactoryBuilder.jdk()
                        .build(HttpClientSettings.defaults().withTimeouts(CONNECT, READ)))
                .build());
    }
}
