package org.jointcredit.collection.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field of a catalogue item.
 *
 * @param max code points; texts, and digits of numbers
 * @param open whether everybody may read it where the record is public
 * @param requiredInFiles the national template asks for it; elsewhere the envelope of the record says it
 * @param values what it may say
 * @param needs value → another field, without which it cannot be said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemField(
        String name,
        FieldType type,
        String label,
        String labelEn,
        @Nullable Integer max,
        boolean required,
        @JsonProperty("public") boolean open,
        @Nullable Boolean requiredInFiles,
        @Nullable List<String> values,
        @Nullable Map<String, String> needs) {

    public boolean isRequired(boolean inFile) {
        return required || (inFile && Boolean.TRUE.equals(requiredInFiles));
    }

    /** Whether anything may be said in it. */
    public boolean holdsText() {
        return switch (type) {
            case TEXT, PROSE, PERSON_NAME -> true;
            default -> false;
        };
    }

    /** Whether it says who somebody is, and so is taken out of the fields. */
    public boolean identifies() {
        return type == FieldType.ID_NUMBER;
    }
}
