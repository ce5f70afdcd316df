package org.jointcredit.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// interfaces.md, "One machine": a port in use is one clear sentence, and nothing is left running.
final class LocalSystemTest {
    private static final int BASE = 3700;

    @TempDir
    Path run;

    @Test
    void aPortUsedByAStrangerIsNamedAndNothingIsStarted() throws Exception {
        var lines = new ArrayList<String>();
        var system = LocalSystem.open(Checkout.ROOT, run, BASE, lines::add);
        try (var stranger = new ServerSocket()) {
            stranger.bind(new InetSocketAddress(
                    InetAddress.ofLiteral("127.0.0.1"), system.ports().kafka()));

            assertThatThrownBy(system::up)
                    .isInstanceOf(Failure.class)
                    .hasMessage("Port " + (BASE + 9092) + ", which kafka needs, is used by another program:"
                            + " stop that program, or set JC_PORT_BASE to move all ports.");
        }
        assertThat(lines).isEmpty();
        assertThat(system.status()).allMatch(part -> part.pid().isEmpty());
    }

    @Test
    void aPartNobodyKnowsIsAnsweredWithThoseThereAre() {
        var system = LocalSystem.open(Checkout.ROOT, run, BASE, _ -> {});

        assertThatThrownBy(() -> system.kill("mongo"))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("There is no part mongo; there are mongodb, keycloak, kafka");
    }
}
