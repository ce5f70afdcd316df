package org.jointcredit.platform.security;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.web.client.RestClient;

/// For the services that call others: those that bring Spring's OAuth 2 client with them.
@AutoConfiguration(after = OAuth2ClientAutoConfiguration.class)
@ConditionalOnClass(OAuth2AuthorizedClientService.class)
@ConditionalOnBean(ClientRegistrationRepository.class)
class ServiceCallsAutoConfiguration {
    @Bean
    ServiceCalls serviceCalls(
            ObjectProvider<RestClient.Builder> builders,
            ClientRegistrationRepository registrations,
            OAuth2AuthorizedClientService clients) {
        return new ServiceCalls(builders, registrations, clients);
    }
}
