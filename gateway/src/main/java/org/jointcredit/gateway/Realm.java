package org.jointcredit.gateway;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.stereotype.Component;

/// The realm at Keycloak: its addresses, which are known and not asked for, so that the gateway starts without it; and
/// how long it is waited for, which by default is 30 s or for ever.
@Component
final class Realm {
    static final String REGISTRATION = "keycloak";

    private final String issuer;
    private final ClientRegistration client;
    private final Duration connect;
    private final Duration read;

    Realm(
            @Value("${jointcredit.issuer}") String issuer,
            @Value("${jointcredit.client-secret}") String secret,
            @Value("${spring.http.clients.connect-timeout}") Duration connect,
            @Value("${spring.http.clients.read-timeout}") Duration read) {
        this.issuer = issuer;
        this.connect = connect;
        this.read = read;
        this.client = ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId("gateway")
                .clientSecret(secret)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope(OidcScopes.OPENID)
                .issuerUri(issuer)
                .authorizationUri(endpoint("auth"))
                .tokenUri(endpoint("token"))
                .jwkSetUri(endpoint("certs"))
                .userNameAttributeName("preferred_username")
                .build();
    }

    String issuer() {
        return issuer;
    }

    ClientRegistration client() {
        return client;
    }

    String logout() {
        return endpoint("logout");
    }

    /// How long an exchange with it can take.
    Duration patience() {
        return connect.plus(read);
    }

    ClientHttpRequestFactory requests() {
        var requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(connect);
        requests.setReadTimeout(read);
        return requests;
    }

    private String endpoint(String name) {
        return issuer + "/protocol/openid-connect/" + name;
    }
}
