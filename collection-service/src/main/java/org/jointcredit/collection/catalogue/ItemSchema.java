package org.jointcredit.collection.catalogue;

import static java.util.stream.Collectors.joining;

import java.util.regex.Pattern;
import org.jointcredit.contract.identity.DocumentKind;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema (2020-12) of {@code fields} of an item's records. What it lets pass is taken, rules across fields
 * aside; its patterns are those that every dialect of regular expressions knows.
 */
final class ItemSchema {
    /** Something that can be seen, first. */
    private static final String VISIBLE =
            "[^\\u0000-\\u0020\\u007f-\\u00a0\\u00ad\\u1680\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u3000\\ufeff]";

    private static final String LINE = "^" + VISIBLE + "[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$";
    private static final String LINES =
            "^" + VISIBLE + "[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$";
    private static final String AMOUNT = "^(0|[1-9][0-9]{0,15})(\\.[0-9]{1,2})?$";
    private static final String DATE = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
    private static final String UNIFIED_CODE = "^[0-9A-HJ-NPQRTUWXY]{18}$";
    private static final String ID_NUMBER = "^[0-9A-Za-z]{6,20}$";

    private ItemSchema() {}

    static ObjectNode of(CatalogueItem item) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", item.name());
        schema.put("description", item.nameEn());
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (ItemField field : item.fields()) {
            properties.set(field.name(), of(field));
            if (field.required()) {
                required.add(field.name());
            }
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private static ObjectNode of(ItemField field) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("title", field.label());
        schema.put("description", field.labelEn());
        schema.put("type", "string");
        switch (field.type()) {
            case TEXT, PERSON_NAME -> limited(schema, field, LINE);
            case PROSE -> limited(schema, field, LINES);
            case DATE -> schema.put("format", "date").put("pattern", DATE);
            case AMOUNT -> schema.put("pattern", AMOUNT);
            case NUMBER -> limited(schema, field, "^[0-9]+$");
            case ENUM -> values(schema, field);
            case ENUMS -> schema.put("pattern", several(field));
            case UNIFIED_CODE -> schema.put("pattern", UNIFIED_CODE);
            case DOCUMENT_KIND -> {
                ArrayNode kinds = schema.putArray("enum");
                DocumentKind.all().forEach(kind -> kinds.add(kind.label()));
            }
            case ID_NUMBER -> schema.put("pattern", ID_NUMBER);
        }
        return schema;
    }

    private static void limited(ObjectNode schema, ItemField field, String pattern) {
        schema.put("minLength", 1).put("pattern", pattern);
        if (field.max() != null) {
            schema.put("maxLength", field.max());
        }
    }

    private static void values(ObjectNode schema, ItemField field) {
        ArrayNode values = schema.putArray("enum");
        if (field.values() != null) {
            field.values().forEach(values::add);
        }
    }

    private static String several(ItemField field) {
        String one = field.values() == null
                ? ""
                : field.values().stream().map(ItemSchema::literal).collect(joining("|", "(", ")"));
        return "^" + one + "([;；,，、]" + one + ")*$";
    }

    private static String literal(String value) {
        return Pattern.compile("[\\\\^$.|?*+()\\[\\]{}]").matcher(value).replaceAll("\\\\$0");
    }
}
