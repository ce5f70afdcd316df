package org.jointcredit.sanction.identity;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.web.client.RestClient;

/** The call to collection: with the service's own identity, and never longer than a reader of a notice would wait. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    private static final String REGISTRATION = "collection";
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration READ = Duration.ofSeconds(2);

    @Bean
    Identities identities(
            RestClient.Builder builder,
            ClientRegistrationRepository registrations,
            OAuth2AuthorizedClientService clients,
            @Value("${jointcredit.collection-url}") String collection) {
        var identity = new OAuth2ClientHttpRequestInterceptor(
                new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, clients));
        // the token is the service's, whoever asks
        var service = new AnonymousAuthenticationToken(
                REGISTRATION, REGISTRATION, AuthorityUtils.createAuthorityList("SERVICE"));
        identity.setPrincipalResolver(_ -> service);
        identity.setClientRegistrationIdResolver(_ -> REGISTRATION);
        return new Identities(builder.baseUrl(collection)
                .requestFactory(ClientHttpRequestFactoryBuilder.jdk()
                        .build(HttpClientSettings.defaults().withTimeouts(CONNECT, READ)))
                .requestInterceptor(identity)
                .build());
    }
}
