package org.jointcredit.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/// Ends the session at Keycloak too. The gateway says so itself: by the standard way through the browser, the browser
/// would be shown the ID token. `Location` is where to go then.
@Component
final class SingleLogout implements LogoutHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SingleLogout.class);

    private final OAuth2AuthorizedClientRepository tokens;
    private final Realm realm;
    private final RestClient keycloak;

    SingleLogout(OAuth2AuthorizedClientRepository tokens, Realm realm) {
        this.tokens = tokens;
        this.realm = realm;
        this.keycloak = RestClient.builder().requestFactory(realm.requests()).build();
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
        OAuth2AuthorizedClient held =
                who == null ? null : tokens.loadAuthorizedClient(Realm.REGISTRATION, who, request);
        response.setHeader(HttpHeaders.LOCATION, held == null || ended(held) ? "/" : pageOfKeycloak(request));
    }

    private boolean ended(OAuth2AuthorizedClient held) {
        var refresh = held.getRefreshToken();
        if (refresh == null) {
            return false;
        }
        var form = new LinkedMultiValueMap<String, String>();
        form.add("client_id", realm.client().getClientId());
        form.add("client_secret", realm.client().getClientSecret());
        form.add("refresh_token", refresh.getTokenValue());
        try {
            var status = keycloak.post()
                    .uri(realm.logout())
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form)
                    .exchange((_, answer) -> answer.getStatusCode());
            return status.is2xxSuccessful() || status.value() == 400; // 400: it had ended already
        } catch (RestClientException away) {
            LOG.warn("a session could not be ended at Keycloak: {}", away.getMessage());
            return false;
        }
    }

    /// There the person is asked, and can end the session once Keycloak is back.
    private String pageOfKeycloak(HttpServletRequest request) {
        var home = ServletUriComponentsBuilder.fromRequestUri(request)
                .replacePath("/")
                .replaceQuery(null)
                .toUriString();
        return UriComponentsBuilder.fromUriString(realm.logout())
                .queryParam("client_id", realm.client().getClientId())
                .queryParam("post_logout_redirect_uri", "{home}")
                .encode()
                .buildAndExpand(home)
                .toUriString();
    }
}
