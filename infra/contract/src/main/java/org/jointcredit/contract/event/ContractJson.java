package org.jointcredit.contract.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/// How the records of this package become JSON and back: dates and times as ISO 8601 text, null left out, members that
/// nobody knows ignored, nothing guessed from another type (17 digits do not survive a double).
public final class ContractJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .annotationIntrospector(new NullnessIntrospector())
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private ContractJson() {}

    /// The one mapper of the contract. Reading throws [tools.jackson.core.JacksonException], which names the member;
    /// its message may hold values and belongs into no log.
    public static JsonMapper mapper() {
        return MAPPER;
    }
}
