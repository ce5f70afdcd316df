package org.jointcredit.platform.openapi;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import org.jointcredit.contract.problem.ErrorCode;

/// How refusals look, and how a caller says who it is.
final class ProblemSchema {
    static final String NAME = "Problem";

    private ProblemSchema() {}

    static Schema<Object> problem() {
        return of("object")
                .description("RFC 9457, in the language of Accept-Language")
                .addProperty("type", of("string"))
                .addProperty("title", of("string"))
                .addProperty("status", of("integer"))
                .addProperty("detail", of("string"))
                .addProperty("instance", of("string"))
                .addProperty("errors", of("array").items(error()))
                .required(List.of("type", "title", "status", "detail", "instance", "errors"));
    }

    private static Schema<Object> error() {
        var code = of("string");
        code.setEnum(Arrays.stream(ErrorCode.values()).<Object>map(Enum::name).toList());
        return of("object")
                .addProperty("field", of("string").description("path in the body as sent, e.g. persons[0].idNumber"))
                .addProperty("code", code)
                .addProperty("message", of("string"))
                .addProperty("basis", of("string").description("article that the rule comes from"))
                .required(List.of("field", "code"));
    }

    static Schema<Object> of(String type) {
        Schema<Object> schema = new JsonSchema();
        schema.addType(type);
        return schema;
    }

    static SecurityScheme bearer() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("a token of the realm; browsers have a session at the gateway instead");
    }
}
