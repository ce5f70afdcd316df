package org.jointcredit.collection.record;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jointcredit.collection.catalogue.CatalogueItem;
import org.jointcredit.collection.catalogue.ForbiddenData;
import org.jointcredit.collection.catalogue.ForbiddenDatum.Rule;
import org.jointcredit.collection.catalogue.ItemField;
import org.jointcredit.contract.identity.DocumentKind;
import org.jointcredit.contract.identity.IdentityText;
import org.jointcredit.contract.identity.Masking;
import org.jointcredit.contract.identity.Read;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.WarningCode;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.form.IdentityReader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Reads {@code fields} as the schema of the catalogue item says, and nothing else (C1, C3). */
@Component
final class FieldValues {
    private static final int LONGEST_NAME = 64;
    private static final Pattern PARTED = Pattern.compile("[;；,，、]");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final IdentityReader reader;
    private final ForbiddenData forbidden;

    FieldValues(IdentityReader reader, ForbiddenData forbidden) {
        this.reader = reader;
        this.forbidden = forbidden;
    }

    /**
     * The values in normal form; numbers of persons are not read here.
     *
     * @param asked whether a field is asked for, where the item asks for it
     * @param elsewhere fields that the envelope has said already
     */
    Map<String, String> read(
            Form form,
            @Nullable ObjectNode fields,
            CatalogueItem item,
            boolean inFile,
            Predicate<String> asked,
            List<String> elsewhere) {
        Map<String, String> values = new LinkedHashMap<>();
        for (ItemField field : item.fields()) {
            String name = field.name();
            if (field.identifies() || elsewhere.contains(name)) {
                continue;
            }
            String value = value(form, field);
            if (value != null) {
                values.put(name, value);
                judgeText(form, field, value);
            } else if (field.isRequired(inFile) && asked.test(name)) {
                form.error(name, ErrorCode.REQUIRED);
            }
        }
        if (fields != null) {
            fields.propertyNames().stream()
                    .filter(name -> item.field(name).isEmpty())
                    .forEach(name -> unknown(form, name));
        }
        return values;
    }

    /** What no schema has may be something that nobody may collect, under its own name. */
    private void unknown(Form form, String name) {
        String shown = shown(name);
        form.error(shown, ErrorCode.UNKNOWN_FIELD);
        forbidden.inName(name).ifPresent(what -> form.error(shown, ErrorCode.FORBIDDEN_DATA, what.basis()));
    }

    /** A name may say what it should not, too. */
    private String shown(String name) {
        if (Masking.holdsIdNumber(name) || forbidden.in(name, Rule.FORBIDDEN).isPresent()) {
            return "…";
        }
        return IdentityText.length(name) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
    }

    private @Nullable String value(Form form, ItemField field) {
        String name = field.name();
        int max = field.max() == null ? Integer.MAX_VALUE : field.max();
        return switch (field.type()) {
            case TEXT, PERSON_NAME -> form.optionalText(name, max);
            case PROSE -> form.optionalProse(name, max);
            case DATE -> text(form.optionalDate(name));
            case AMOUNT -> text(form.optionalAmount(name));
            case NUMBER -> form.optionalRead(name, text -> digits(text, max), null);
            case ENUM -> form.optionalRead(name, text -> one(text, field), null);
            case ENUMS -> form.optionalRead(name, text -> several(text, field), null);
            case UNIFIED_CODE -> reader.optionalCode(form, name);
            case DOCUMENT_KIND -> {
                DocumentKind kind = form.optionalRead(name, DocumentKind::read, null);
                yield kind == null ? null : kind.label();
            }
            case ID_NUMBER -> null;
        };
    }

    private static void judgeText(Form form, ItemField field, String value) {
        if (field.holdsText() && Masking.holdsIdNumber(value)) {
            form.warning(field.name(), WarningCode.ID_IN_TEXT);
        }
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static @Nullable String text(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }

    private static Read<String> digits(String text, int max) {
        return IdentityText.code(text)
                .then(number -> !DIGITS.matcher(number).matches()
                        ? Read.bad(ErrorCode.FORMAT)
                        : number.length() > max ? Read.bad(ErrorCode.TOO_LONG) : Read.good(number));
    }

    private static Read<String> one(String text, ItemField field) {
        return IdentityText.code(text)
                .then(value -> known(field).contains(value) ? Read.good(value) : Read.bad(ErrorCode.UNKNOWN_CODE));
    }

    /** In the order they are said in, each once. */
    private static Read<String> several(String text, ItemField field) {
        List<String> values = new ArrayList<>();
        for (String part : PARTED.split(text, -1)) {
            switch (one(part, field)) {
                case Read.Good<String> good -> values.add(good.value());
                case Read.Bad<String> bad -> {
                    if (bad.code() != ErrorCode.REQUIRED) { // an empty part is a sign too many
                        return bad;
                    }
                }
            }
        }
        return values.isEmpty()
                ? Read.bad(ErrorCode.REQUIRED)
                : Read.good(values.stream().distinct().collect(joining(";")));
    }

    private static List<String> known(ItemField field) {
        return field.values() == null ? List.of() : field.values();
    }

    /** One or several values as {@link #several} wrote them. */
    static List<String> split(String several) {
        return List.of(several.split(";"));
    }

    /** Values as they are compared: an amount is the same with and without trailing zeros. */
    static Map<String, String> compared(Map<String, String> values, CatalogueItem item) {
        Map<String, String> compared = new LinkedHashMap<>(values);
        item.fields().stream()
                .filter(field -> field.type() == org.jointcredit.collection.catalogue.FieldType.AMOUNT)
                .forEach(field -> compared.computeIfPresent(
                        field.name(),
                        (_, amount) ->
                                new BigDecimal(amount).stripTrailingZeros().toPlainString()));
        return compared;
    }
}
