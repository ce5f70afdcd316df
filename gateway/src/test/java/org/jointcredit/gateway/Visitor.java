package org.jointcredit.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.UriComponentsBuilder;

/// A browser, as far as a gateway sees one: it keeps cookies, and goes where it is sent.
final class Visitor {
    private final RunningGateway gateway;
    final Map<String, String> cookies = new LinkedHashMap<>();

    Visitor(RunningGateway gateway) {
        this.gateway = gateway;
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /// As the console does it, with the header that the cookie is copied into.
    HttpResponse<String> post(String path, String body, String... headers) {
        return send(request(path, headers)
                .header("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", ""))
                .POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> postForged(String path, String body, String... headers) {
        return send(request(path, headers).POST(BodyPublishers.ofString(body)));
    }

    /// @return where Keycloak is asked to log somebody in
    UriComponentsBuilder begin(String login) {
        var start = get(login);
        assertThat(start.statusCode()).isEqualTo(302);
        var keycloak = get(location(start));
        assertThat(keycloak.statusCode()).isEqualTo(302);
        return UriComponentsBuilder.fromUriString(location(keycloak));
    }

    /// Back from Keycloak.
    HttpResponse<String> end(String username, UriComponentsBuilder asked, Duration tokenLife) {
        RunningGateway.ISSUER.logsIn(username, parameter(asked, "nonce"), tokenLife);
        return get("/login/oauth2/code/keycloak?code=c&state=" + parameter(asked, "state"));
    }

    HttpResponse<String> logIn(String username, String to, Duration tokenLife) {
        var answer = end(username, begin("/login?to=" + to), tokenLife);
        get("/me");
        return answer;
    }

    static String parameter(UriComponentsBuilder address, String name) {
        return String.valueOf(address.build().getQueryParams().getFirst(name));
    }

    static String location(HttpResponse<?> answer) {
        return RunningGateway.header(answer, "Location");
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = gateway.request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        var answer = RunningGateway.send(request);
        for (var set : answer.headers().allValues("Set-Cookie")) {
            var pair = set.substring(0, set.indexOf(';')).split("=", 2);
            if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return answer;
    }
}
