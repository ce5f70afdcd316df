package org.jointcredit.local;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Speaks to a running Keycloak: makes and completes the realm, sets a subject, fetches tokens.
final class RealmAdmin {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> SESSION_SETTINGS = List.of("ssoSessionIdleTimeout", "ssoSessionMaxLifespan");

    private final String keycloak;
    private final Secrets secrets;

    RealmAdmin(String keycloak, Secrets secrets) {
        this.keycloak = keycloak;
        this.secrets = secrets;
    }

    /// Makes the realm, or adds the clients, roles and users that it lacks. Of what is there, only how long sessions
    /// last and the client of the gateway, whose addresses follow JC_PORT_BASE, are brought up to date.
    void apply(ObjectNode realm) {
        var admin = adminToken();
        if (send(admin, "GET", "", null).statusCode() == 404) {
            expect(201, request(admin, "POST", keycloak + "/admin/realms", realm));
            return;
        }
        var lacking = JSON.createObjectNode().put("ifResourceExists", "SKIP");
        lacking.set("roles", realm.get("roles"));
        lacking.set("users", realm.get("users"));
        expect(200, send(admin, "POST", "/partialImport", lacking));
        var sessions = JSON.createObjectNode();
        for (var setting : SESSION_SETTINGS) {
            sessions.set(setting, realm.get(setting));
        }
        expect(204, send(admin, "PUT", "", sessions));
        completeClients(admin, realm.get("clients"));
    }

    /// One by one: an import would leave a client without its service account.
    private void completeClients(String admin, JsonNode clients) {
        var known = read(expect(200, send(admin, "GET", "/clients?max=10000", null)))
                .valueStream()
                .collect(Collectors.toMap(client -> client.get("clientId").asString(), ObjectNode.class::cast));
        for (var client : clients) {
            var found = known.get(client.get("clientId").asString());
            if (found == null) {
                expect(201, send(admin, "POST", "/clients", client));
            } else if (client.has("redirectUris")) {
                found.setAll((ObjectNode) client.deepCopy());
                expect(204, send(admin, "PUT", "/clients/" + found.get("id").asString(), found));
            }
        }
    }

    /// Ends all sessions of a person, as an administrator does when somebody leaves.
    void endSessions(String username) {
        var admin = adminToken();
        expect(204, send(admin, "POST", path(user(admin, username)) + "/logout", null));
    }

    /// Whether a person has the claim `subject`.
    boolean hasSubject(String username) {
        return !user(adminToken(), username)
                .path("attributes")
                .path("subject")
                .path(0)
                .asString("")
                .isEmpty();
    }

    /// Sets the claim `subject` of a person.
    void setSubject(String username, String subject) {
        var admin = adminToken();
        var user = user(admin, username);
        user.withObject("attributes").putArray("subject").add(subject);
        expect(204, send(admin, "PUT", path(user), user));
    }

    private ObjectNode user(String admin, String username) {
        var found = (ArrayNode)
                read(expect(200, send(admin, "GET", "/users?exact=true&username=" + encode(username), null)));
        if (found.isEmpty()) {
            throw new Failure("There is no demo user " + username + ".");
        }
        return (ObjectNode) found.get(0);
    }

    private static String path(ObjectNode user) {
        return "/users/" + user.get("id").asString();
    }

    /// An access token of a demo user or, if its secret is known, of a client.
    String token(String name) {
        var client = name.startsWith("sys-") || name.startsWith("svc-")
                ? secrets.find(name)
                : java.util.Optional.<String>empty();
        var form = client.map(secret ->
                        Map.of("grant_type", "client_credentials", "client_id", name, "client_secret", secret))
                .orElseGet(() -> Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        DemoRealm.TOKEN_CLIENT,
                        "username",
                        name,
                        "password",
                        DemoRealm.PASSWORD));
        var answer = post(DemoRealm.NAME, form);
        if (answer.statusCode() != 200) {
            throw new Failure("There is no demo user or client " + name + "; interfaces.md lists them.");
        }
        return read(answer).get("access_token").asString();
    }

    private String adminToken() {
        var answer = post(
                "master",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        "admin",
                        "password",
                        secrets.password("keycloak-admin")));
        return read(expect(200, answer)).get("access_token").asString();
    }

    private HttpResponse<String> post(String realm, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(keycloak + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(String admin, String method, String path, @Nullable JsonNode body) {
        return request(admin, method, keycloak + "/admin/realms/" + DemoRealm.NAME + path, body);
    }

    private HttpResponse<String> request(String admin, String method, String url, @Nullable JsonNode body) {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + admin)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString())));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return Tools.HTTP.send(
                    request.timeout(Duration.ofSeconds(90)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Failure("Keycloak does not answer at " + keycloak + "; run infra/local/up.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", e);
        }
    }

    private static HttpResponse<String> expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new Failure("Keycloak answered " + answer.statusCode() + " to "
                    + answer.request().method() + " " + answer.uri().getPath() + ": " + answer.body()
                    + "; infra/local/reset starts afresh.");
        }
        return answer;
    }

    private static JsonNode read(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
