package org.jointcredit.disclosure.register;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

/** What collection publishes for everybody, asked without identity. */
@Configuration(proxyBeanMethods = false)
class PublishedConfiguration {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration READ = Duration.ofSeconds(2);

    /** That there is such a list is all that is asked. */
    record ListType(String code) {}

    @Bean
    Published<CatalogueItem> catalogueItems(
            RestClient.Builder builder, @Value("${jointcredit.collection-url}") String collection) {
        return new Published<>(client(builder, collection), "/api/collection/catalogue/{code}", CatalogueItem.class);
    }

    @Bean
    Published<ListType> listTypes(
            RestClient.Builder builder, @Value("${jointcredit.collection-url}") String collection) {
        return new Published<>(client(builder, collection), "/api/collection/list-types/{code}", ListType.class);
    }

    private static RestClient client(RestClient.Builder builder, String collection) {
        return builder.baseUrl(collection)
                .requestFactory(ClientHttpRequestFactoryBuilder.jdk()
                        .build(HttpClientSettings.defaults().withTimeouts(CONNECT, READ)))
                .build();
    }
}
