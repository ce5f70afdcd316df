package org.jointcredit.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// interfaces.md, "Demo people and systems".
final class DemoRealmTest {
    private static final Map<String, String> SECRETS = Map.of(
            "JC_GATEWAY_SECRET", "g",
            "JC_SVC_COLLECTION_SECRET", "c",
            "JC_SVC_SANCTION_SECRET", "s",
            "JC_SVC_DISCLOSURE_SECRET", "d",
            "JC_SVC_OBJECTION_SECRET", "o",
            "JC_SVC_ADMIN_SECRET", "a",
            "JC_GATEWAY_URL", "http://localhost:9080");

    private final ObjectNode realm = DemoRealm.of(
            Checkout.ROOT, List.of(new Department("fire", "消防大队")), SECRETS, client -> "secret of " + client);

    @Test
    void aDepartmentOfTheListGetsItsSystemAndItsThreeOfficers() {
        var system = named("clients", "clientId", "sys-fire");

        assertThat(system.get("secret").asString()).isEqualTo("secret of sys-fire");
        assertThat(system.toString()).contains("\"claim.value\":\"fire\"", "\"role\":\"SYSTEM\"");
        for (var post : List.of("reporter", "approver", "implementer")) {
            var officer = named("users", "username", "fire-" + post);
            assertThat(officer.at("/attributes/dept/0").asString()).isEqualTo("fire");
            assertThat(officer.at("/credentials/0/value").asString()).isEqualTo("joint-credit");
        }
        assertThat(named("users", "username", "fire-approver")
                        .at("/realmRoles/0")
                        .asString())
                .isEqualTo("APPROVER");
    }

    @Test
    void peopleOfTheCreditOfficeAndSubjectsAreThere() {
        assertThat(StreamSupport.stream(realm.get("users").spliterator(), false)
                        .map(user -> user.get("username").asString()))
                .contains(
                        "drc-office",
                        "drc-office2",
                        "drc-reviewer",
                        "drc-supervisor",
                        "drc-admin",
                        "drc-admin2",
                        "drc-auditor",
                        "citizen-li",
                        "citizen-wang",
                        "company-agent");
        assertThat(named("users", "username", "citizen-li").has("attributes")).isFalse();
    }

    @Test
    void thePortBaseReachesTheGatewaysAddress() {
        var gateway = named("clients", "clientId", "gateway");
        assertThat(gateway.get("redirectUris").toString())
                .isEqualTo("[\"http://localhost:9080/login/oauth2/code/keycloak\","
                        + "\"http://127.0.0.1:9080/login/oauth2/code/keycloak\"]");
        assertThat(gateway.get("attributes").get("post.logout.redirect.uris").asString())
                .isEqualTo("http://localhost:9080/##http://127.0.0.1:9080/");
    }

    @Test
    void theRealmOfProductionHasNeitherPeopleNorSecretsNorAPasswordGrant() throws Exception {
        var base = java.nio.file.Files.readString(Checkout.ROOT.resolve("infra/keycloak/joint-credit-realm.json"));

        assertThat(base).doesNotContain("\"users\"", DemoRealm.TOKEN_CLIENT, "\"directAccessGrantsEnabled\": true");
        assertThat(base.lines().filter(line -> line.contains("\"secret\""))).allMatch(line -> line.contains("${JC_"));
    }

    @Test
    void aPlaceholderWithoutValueOrDefaultIsAnError() {
        assertThat(DemoRealm.fill("${JC_A:http://localhost:8080}/x", Map.of())).isEqualTo("http://localhost:8080/x");
        assertThatThrownBy(() -> DemoRealm.fill("${JC_A}", Map.of())).hasMessageContaining("JC_A");
    }

    private JsonNode named(String list, String field, String name) {
        return StreamSupport.stream(realm.get(list).spliterator(), false)
                .filter(node -> node.get(field).asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
