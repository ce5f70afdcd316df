package org.jointcredit.local;

/// Where everything listens on 127.0.0.1: the fixed ports of interfaces.md, "One machine", each plus `base`.
public record Ports(int base) {
    private static final int HIGHEST = 27017;

    public Ports {
        if (base < 0 || base + HIGHEST > 65535) {
            throw new Failure("JC_PORT_BASE must lie between 0 and " + (65535 - HIGHEST) + ", not " + base + ".");
        }
    }

    /// Reads the value of `JC_PORT_BASE`.
    static Ports parse(String text) {
        try {
            return new Ports(Integer.parseInt(text.strip()));
        } catch (NumberFormatException _) {
            throw new Failure("JC_PORT_BASE must be a number, not \"" + text + "\".");
        }
    }

    public int gateway() {
        return base + 8080;
    }

    public int collection() {
        return base + 8081;
    }

    public int sanction() {
        return base + 8082;
    }

    public int disclosure() {
        return base + 8083;
    }

    public int objection() {
        return base + 8084;
    }

    public int keycloak() {
        return base + 8180;
    }

    int keycloakManagement() {
        return base + 8190;
    }

    public int kafka() {
        return base + 9092;
    }

    int kafkaBroker() {
        return base + 9093;
    }

    int kafkaController() {
        return base + 9094;
    }

    public int mongo() {
        return base + 27017;
    }
}
