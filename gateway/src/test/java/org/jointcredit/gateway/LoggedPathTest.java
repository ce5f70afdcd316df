package org.jointcredit.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// X4: no identifier in a log, wherever in an address a caller wrote it.
@ExtendWith(OutputCaptureExtension.class)
class LoggedPathTest extends RunningGateway {
    @ParameterizedTest
    @CsvSource({
        "/api/collection/records, /api/collection/records",
        "/, /",
        "/api/collection/list-types/SEVERE-CCC, /api/collection/list-types/SEVERE-CCC",
        "/api/collection/catalogue/ORG-B-01, /api/collection/catalogue/ORG-B-01",
        "/api/sanction/notices/0199f6a2-7c0e-7d1c-8a51-9f4f1f0c2a33/receipt, /api/sanction/notices/0199f6a2-7c0e-7d1c-8a51-9f4f1f0c2a33/receipt",
        "/api/x/999999199001010008, /api/x/*",
        "/api/x/99999919900101004X/y, /api/x/*/y",
        "/api/x/id999999199001010008, /api/x/*",
        "/api/x/91150403FAKE000800, /api/x/*",
        "/api/x/%E6%9D%8E%E7%A4%BA%E4%BE%8B, /api/x/*",
        "/api/x/13800138000;v=1, /api/x/*",
        "-, -"
    })
    void anythingThatMayTellWhoIsMeantIsHidden(String path, String logged) {
        assertThat(LoggedPath.of(path)).isEqualTo(logged);
    }

    @Test
    void whatIsAskedForIsLoggedWithoutIt(CapturedOutput output) {
        var end = UUID.randomUUID();
        get("/999999199001010008/" + end);
        send(identified("/api/nosuch/999999199001010008/" + end));

        await().until(() -> output.getAll().contains("GET /*/" + end + " ")
                && output.getAll().contains("GET /api/nosuch/*/" + end + " 404"));
        assertThat(output.getAll()).doesNotContain("999999199001010008");
    }
}
