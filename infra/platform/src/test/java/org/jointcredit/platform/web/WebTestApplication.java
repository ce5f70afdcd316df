package org.jointcredit.platform.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationImportSelector;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.core.type.AnnotationMetadata;

/** A service with nothing behind its doors: no database, no broker, no law. */
@SpringBootConfiguration
@Import({WebTestApplication.DoorsOnly.class, Things.class})
class WebTestApplication {

    static final class DoorsOnly extends AutoConfigurationImportSelector {
        private static final List<String> OURS = List.of(
                "org.jointcredit.platform.web.",
                "org.jointcredit.platform.security.",
                "org.jointcredit.platform.openapi.");

        @Override
        protected List<String> getCandidateConfigurations(
                AnnotationMetadata metadata, @Nullable AnnotationAttributes attributes) {
            return super.getCandidateConfigurations(metadata, attributes).stream()
                    .filter(name -> name.startsWith("org.jointcredit.")
                            ? OURS.stream().anyMatch(name::startsWith)
                            : !name.contains(".mongodb.") && !name.contains(".kafka."))
                    .toList();
        }

        @Override
        protected AnnotationAttributes getAttributes(AnnotationMetadata metadata) {
            return new AnnotationAttributes();
        }

        @Override
        protected Set<String> getExclusions(AnnotationMetadata metadata, @Nullable AnnotationAttributes attributes) {
            return Set.of();
        }
    }
}
