package org.jointcredit.collection;

import static org.assertj.core.api.Assertions.assertThat;

import org.jointcredit.testsupport.OpenApiFile;
import org.junit.jupiter.api.Test;

/** The console's types are made from the checked-in OpenAPI, so it is that of the running service. */
class OpenApiIT extends RunningCollection {
    @Test
    void theConsoleKnowsTheInterfaceAsItIs() {
        assertThat(OpenApiFile.isInStep(
                        "collection",
                        get("market-reporter", "/api/collection/openapi").body().toString()))
                .as("gateway/console/openapi/collection.json is out of step: run this test with JC_WRITE_DOCS=true")
                .isTrue();
    }
}
