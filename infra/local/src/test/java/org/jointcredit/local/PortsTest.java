package org.jointcredit.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// interfaces.md, "One machine": JC_PORT_BASE=n adds n to all ports.
final class PortsTest {
    @Test
    void thePortsOfInterfacesStandWithoutABase() {
        var ports = new Ports(0);

        assertThat(ports.gateway()).isEqualTo(8080);
        assertThat(ports.collection()).isEqualTo(8081);
        assertThat(ports.sanction()).isEqualTo(8082);
        assertThat(ports.disclosure()).isEqualTo(8083);
        assertThat(ports.objection()).isEqualTo(8084);
        assertThat(ports.keycloak()).isEqualTo(8180);
        assertThat(ports.kafka()).isEqualTo(9092);
        assertThat(ports.mongo()).isEqualTo(27017);
    }

    @Test
    void theBaseIsAddedToEach() {
        var ports = Ports.parse(" 100\n");

        assertThat(ports.gateway()).isEqualTo(8180);
        assertThat(ports.kafkaController()).isEqualTo(9194);
        assertThat(ports.mongo()).isEqualTo(27117);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "38519", "abc", "1.5", ""})
    void aBaseThatIsNoneIsRefusedInOneSentence(String text) {
        assertThatThrownBy(() -> Ports.parse(text))
                .isInstanceOf(Failure.class)
                .hasMessageMatching("JC_PORT_BASE must .*\\.");
    }
}
