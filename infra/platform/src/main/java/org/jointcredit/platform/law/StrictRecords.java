package org.jointcredit.platform.law;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.util.Map;
import java.util.stream.Stream;
import org.jointcredit.contract.event.ContractJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes records of trees, strictly: an unknown key, a missing one (unless {@code @Nullable}) or a value of another type
 * fails and says where, because a typing error in the law must not start a service.
 */
final class StrictRecords {
    private static final JsonMapper JSON = ContractJson.mapper()
            .rebuild()
            .annotationIntrospector(new NullableIsOptional())
            // a key without a value is a missing one
            .changeDefaultPropertyInclusion(include -> include.withContentInclusion(Include.NON_NULL))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private StrictRecords() {}

    /** @param where file, for the sentence that refuses the start */
    static <T> T read(Object tree, Class<T> type, String where) {
        try {
            return JSON.convertValue(tree, type);
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    where + nameOf(tree) + ": " + e.getOriginalMessage() + " (at " + e.getPathReference() + ")", e);
        }
    }

    private static String nameOf(Object tree) {
        return tree instanceof Map<?, ?> map
                ? Stream.of("code", "id", "year")
                        .filter(map::containsKey)
                        .findFirst()
                        .map(key -> ", entry " + map.get(key))
                        .orElse("")
                : ", entry " + tree;
    }

    private static final class NullableIsOptional extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
            if (member instanceof AnnotatedParameter parameter
                    && parameter.getOwner().getMember() instanceof Executable creator) {
                AnnotatedType type = creator.getAnnotatedParameterTypes()[parameter.getIndex()];
                return !type.isAnnotationPresent(Nullable.class);
            }
            return super.hasRequiredMarker(config, member);
        }
    }
}
