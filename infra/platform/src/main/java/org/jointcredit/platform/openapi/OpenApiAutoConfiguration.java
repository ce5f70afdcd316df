package org.jointcredit.platform.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import java.util.Optional;
import java.util.Set;
import org.jointcredit.platform.security.Allowed;
import org.jointcredit.platform.security.Role;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.filters.OpenApiMethodFilter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/// The document says of each operation whether it needs identity, what it takes and every answer it may give.
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class OpenApiAutoConfiguration {
    @Bean
    Operations operations() {
        return new Operations();
    }

    @Bean
    OpenApiCustomizer problemAndIdentity(@Value("${spring.application.name}") String service) {
        return document -> complete(document, service);
    }

    /// What only our own services may call is no outsider's business.
    @Bean
    OpenApiMethodFilter notForServicesOnly() {
        return method -> Optional.ofNullable(method.getAnnotation(Allowed.class))
                .filter(allowed -> Set.of(allowed.value()).equals(Set.of(Role.SERVICE)))
                .isEmpty();
    }

    private static void complete(OpenAPI document, String service) {
        document.getInfo().title("Joint Credit: " + service).version("1");
        document.getComponents()
                .addSecuritySchemes(Operations.BEARER, ProblemSchema.bearer())
                .addSchemas(ProblemSchema.NAME, ProblemSchema.problem());
    }
}
