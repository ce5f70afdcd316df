package org.jointcredit.platform.security;

import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.web.client.RestClient;

/// Calls to our other services. The token is this service's own, whoever asks.
public final class ServiceCalls {
    private static final String REGISTRATION = "service";
    private static final Duration CONNECT = Duration.ofSeconds(1);

    private final ObjectProvider<RestClient.Builder> builders;
    private final OAuth2ClientHttpRequestInterceptor identity;

    ServiceCalls(
            ObjectProvider<RestClient.Builder> builders,
            ClientRegistrationRepository registrations,
            OAuth2AuthorizedClientService clients) {
        this.builders = builders;
        this.identity = new OAuth2ClientHttpRequestInterceptor(
                new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, clients));
        var service = new AnonymousAuthenticationToken(
                REGISTRATION, REGISTRATION, AuthorityUtils.createAuthorityList(Role.SERVICE.name()));
        identity.setPrincipalResolver(_ -> service);
        identity.setClientRegistrationIdResolver(_ -> REGISTRATION);
    }

    /// @param patience how long an answer may take
    public RestClient to(String url, Duration patience) {
        return builders.getObject()
                .baseUrl(url)
                .requestFactory(ClientHttpRequestFactoryBuilder.jdk()
                        .build(HttpClientSettings.defaults().withTimeouts(CONNECT, patience)))
                .requestInterceptor(identity)
                .build();
    }
}
