package org.jointcredit.contract.event;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Validates values against the schemas of the contract.
final class Schemas {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Schemas() {}

    /// @param schema name of its file without `.json`
    static List<Error> errors(String schema, JsonNode value) {
        return REGISTRY.getSchema(SchemaLocation.of("classpath:schema/" + schema + ".json"))
                .validate(value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
