package org.jointcredit.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The realm of infra/keycloak with what a demonstration adds: people with a known password, a client per department
/// and the client that lets a script log a person in. None of it exists in production.
final class DemoRealm {
    static final String NAME = "joint-credit";
    static final String PASSWORD = "joint-credit";
    static final String TOKEN_CLIENT = "local-token";

    private static final String AFTER_LOGOUT = "post.logout.redirect.uris";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)(?::([^}]*))?}");
    private static final Map<String, String> POSTS = Map.of("REPORTER", "填报员", "APPROVER", "审核员", "IMPLEMENTER", "执行员");

    private DemoRealm() {}

    /// @param secrets gives the secret of a client, for each department's `sys-<code>` too
    static ObjectNode of(
            Path root, List<Department> departments, Map<String, String> environment, UnaryOperator<String> secrets) {
        var realm = base(root, environment);
        var clients = (ArrayNode) realm.get("clients");
        clients.forEach(client -> openOnLoopback((ObjectNode) client));
        clients.add(tokenClient());
        departments.forEach(department -> clients.add(system(department.code(), secrets)));
        var users = realm.putArray("users");
        for (var department : departments) {
            POSTS.forEach((role, post) -> users.add(officer(
                    department.code() + "-" + role.toLowerCase(java.util.Locale.ROOT),
                    department.name() + post,
                    department.code(),
                    role)));
        }
        users.add(officer("drc-office", "信用办甲", "drc", "CREDIT_OFFICER"));
        users.add(officer("drc-office2", "信用办乙", "drc", "CREDIT_OFFICER"));
        users.add(officer("drc-reviewer", "复核员", "drc", "REVIEWER"));
        users.add(officer("drc-supervisor", "督导员", "drc", "SUPERVISOR"));
        users.add(officer("drc-admin", "规则管理员甲", "drc", "LAW_ADMIN"));
        users.add(officer("drc-admin2", "规则管理员乙", "drc", "LAW_ADMIN"));
        users.add(officer("drc-auditor", "审计员", "drc", "AUDITOR"));
        users.add(person("citizen-li", "李示例", "SUBJECT"));
        users.add(person("citizen-wang", "王示例", "SUBJECT"));
        users.add(person("company-agent", "元宝山示例有限公司经办人", "SUBJECT"));
        return realm;
    }

    private static ObjectNode base(Path root, Map<String, String> environment) {
        try {
            var text = Files.readString(root.resolve("infra/keycloak/joint-credit-realm.json"));
            return (ObjectNode) JSON.readTree(fill(text, environment));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Placeholders as Keycloak's own import reads them: `${NAME}` or `${NAME:default}`.
    static String fill(String text, Map<String, String> environment) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> {
            var value = environment.get(match.group(1));
            if (value == null) {
                value = match.group(2);
            }
            if (value == null) {
                throw new IllegalStateException("the realm needs " + match.group(1));
            }
            return java.util.regex.Matcher.quoteReplacement(value);
        });
    }

    /// Who calls this machine 127.0.0.1 can log in too.
    private static void openOnLoopback(ObjectNode gateway) {
        if (gateway.get("redirectUris") instanceof ArrayNode addresses) {
            addresses.add(onLoopback(addresses.get(0).asString()));
            var attributes = gateway.withObject("attributes");
            var home = attributes.get(AFTER_LOGOUT).asString();
            attributes.put(AFTER_LOGOUT, home + "##" + onLoopback(home));
        }
    }

    private static String onLoopback(String address) {
        return address.replace("//localhost", "//127.0.0.1");
    }

    private static ObjectNode tokenClient() {
        var client = client(TOKEN_CLIENT).put("publicClient", true).put("directAccessGrantsEnabled", true);
        client.putObject("attributes").put("access.token.lifespan", "3600");
        return client;
    }

    private static ObjectNode system(String department, UnaryOperator<String> secrets) {
        var client = client("sys-" + department)
                .put("publicClient", false)
                .put("directAccessGrantsEnabled", false)
                .put("serviceAccountsEnabled", true)
                .put("secret", secrets.apply("sys-" + department));
        var mappers = client.putArray("protocolMappers");
        mapper(mappers, "dept-fixed", "oidc-hardcoded-claim-mapper")
                .put("claim.name", "dept")
                .put("claim.value", department)
                .put("jsonType.label", "String")
                .put("access.token.claim", "true");
        mapper(mappers, "system", "oidc-hardcoded-role-mapper").put("role", "SYSTEM");
        return client;
    }

    private static ObjectNode client(String id) {
        var client = JSON.createObjectNode().put("clientId", id).put("standardFlowEnabled", false);
        client.putArray("defaultClientScopes").add("jc-claims").add("jc-bus");
        client.putArray("optionalClientScopes");
        return client;
    }

    private static ObjectNode mapper(ArrayNode mappers, String name, String kind) {
        return mappers.addObject()
                .put("name", name)
                .put("protocol", "openid-connect")
                .put("protocolMapper", kind)
                .putObject("config");
    }

    private static ObjectNode officer(String username, String name, String department, String role) {
        var user = person(username, name, role);
        user.putObject("attributes").putArray("dept").add(department);
        return user;
    }

    /// The whole name as first name: Keycloak would put a space between two.
    private static ObjectNode person(String username, String name, String role) {
        var user = JSON.createObjectNode()
                .put("username", username)
                .put("enabled", true)
                .put("emailVerified", true)
                .put("firstName", name);
        user.putArray("realmRoles").add(role);
        user.putArray("credentials").addObject().put("type", "password").put("value", PASSWORD);
        return user;
    }
}
