package org.jointcredit.local;

import java.util.stream.Collectors;

/// What `up` says at its end: where everything is and who may log in.
final class Welcome {
    private Welcome() {}

    static String text(LocalSystem system) {
        var ports = system.ports();
        var addresses = system.status().stream()
                .map(part -> switch (part.name()) {
                    case LocalSystem.MONGODB ->
                        "  mongodb     " + (part.port().isPresent() ? system.mongoUri() : "that of MONGODB_URI");
                    case LocalSystem.KAFKA ->
                        "  kafka       " + system.kafkaAddress() + " (SASL_PLAINTEXT, OAUTHBEARER)";
                    case LocalSystem.KEYCLOAK ->
                        "  keycloak    http://localhost:" + ports.keycloak()
                                + " (realm joint-credit; console: admin, its password is in the secrets file)";
                    default -> String.format("  %-11s %s", part.name(), system.url(part.name()));
                })
                .collect(Collectors.joining("\n"));
        return """
                Addresses
                %s

                Accounts, each with the password %s
                  <department>-reporter, -approver, -implementer (departments: drc tax market ...)
                  drc-office drc-office2 drc-reviewer drc-supervisor drc-admin drc-admin2 drc-auditor
                  citizen-li citizen-wang company-agent
                  A department's own system is the client sys-<department>.

                A token:      infra/local/token market-reporter    or    infra/local/token sys-market
                Secrets:      %s
                Logs:         infra/local/logs NAME\
                """.formatted(addresses, DemoRealm.PASSWORD, system.secretsFile());
    }
}
