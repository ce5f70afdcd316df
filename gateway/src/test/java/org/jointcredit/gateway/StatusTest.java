package org.jointcredit.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.Test;

/// Issue 5: a page says what is down, without anybody being logged in, and that it is up again.
class StatusTest extends RunningGateway {
    @Test
    void everyPartSaysForItselfWhetherItIsUp() {
        COLLECTION.stubFor(WireMock.get("/actuator/health").willReturn(ok()));
        SANCTION.stubFor(WireMock.get("/actuator/health").willReturn(serverError()));
        DISCLOSURE.stubFor(WireMock.get("/actuator/health").willReturn(ok()));
        OBJECTION.stubFor(WireMock.get("/actuator/health").willReturn(ok()));
        await().untilAsserted(() -> assertThat(get("/status").body())
                .isEqualTo("{\"keycloak\":\"UP\",\"collection\":\"UP\",\"sanction\":\"DOWN\",\"disclosure\":\"UP\","
                        + "\"objection\":\"UP\"}"));

        SANCTION.stubFor(WireMock.get("/actuator/health").willReturn(ok()));
        await().untilAsserted(() -> assertThat(get("/status").body()).contains("\"sanction\":\"UP\""));
        assertThat(header(get("/status"), "Set-Cookie")).isEmpty();
    }
}
