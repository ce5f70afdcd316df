package org.jointcredit.contract.event;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.Executable;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/// Makes JSON keep what the records promise: a component that is not `@Nullable` must be there, a list that is
/// missing is empty, unless it is `@Nullable`. Jackson by itself would leave null in both.
final class NullnessIntrospector extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
        if (!(annotated instanceof AnnotatedParameter parameter) || isNullable(parameter)) {
            return super.findSetterInfo(config, annotated);
        }
        return JsonSetter.Value.forValueNulls(
                Collection.class.isAssignableFrom(parameter.getRawType()) ? Nulls.AS_EMPTY : Nulls.FAIL);
    }

    private static boolean isNullable(AnnotatedParameter parameter) {
        return parameter.getOwner().getMember() instanceof Executable executable
                && executable.getAnnotatedParameterTypes()[parameter.getIndex()].isAnnotationPresent(Nullable.class);
    }
}
