package org.jointcredit.platform.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jointcredit.contract.identity.IdentityText;
import org.jointcredit.contract.identity.Read;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.contract.problem.FieldWarning;
import org.jointcredit.contract.problem.WarningCode;
import org.jointcredit.platform.web.ErrorTexts;
import org.jointcredit.platform.web.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The one way bodies are read, over REST and Kafka alike. Every read takes what it finds, notes at most one error for
/// its field (missing, wrong type, too long …) and goes on, so that the sender learns all errors at once.
///
/// A read that failed gives null (a text: the empty text; a list: an empty one), and later errors on that field are
/// dropped: what could not be read cannot be judged. Once [#throwIfAny()] or an empty [#errors()] has shown that there
/// was no error, [#sure] says so to the compiler.
///
/// ```java
/// var form = Form.of(json.object());
/// var number = form.visibleText("number", 64);
/// var decision = form.object("decision");
/// var code = form.read("code", text -> UnifiedCode.read(text, today, demo), "GB 32100-2015");
/// var date = decision.date("date");
/// if (date != null && date.isAfter(today)) decision.error("date", DATE_IN_FUTURE);
/// var persons = form.list("persons", 200, person -> person.text("name", 200));
/// form.throwIfAny();
/// ```
public final class Form {
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final int FIRST_YEAR = 1900;
    private static final Pattern AMOUNT = Pattern.compile("(0|[1-9][0-9]{0,15})(\\.[0-9]{1,2})?");

    private final @Nullable ObjectNode body;
    private final String path;
    private final Findings findings;

    /// What all forms of one body have found together.
    private record Findings(List<FieldError> errors, Set<String> unread, List<FieldWarning> warnings) {
        Findings() {
            this(new ArrayList<>(), new HashSet<>(), new ArrayList<>());
        }

        boolean couldNotRead(String place) {
            return unread.stream()
                    .anyMatch(lost -> place.startsWith(lost)
                            && (place.length() == lost.length() || ".[".indexOf(place.charAt(lost.length())) >= 0));
        }
    }

    private Form(@Nullable ObjectNode body, String path, Findings findings) {
        this.body = body;
        this.path = path;
        this.findings = findings;
    }

    public static Form of(ObjectNode body) {
        return new Form(body, "", new Findings());
    }

    /// Whether the field is there at all (null counts as missing).
    public boolean has(String field) {
        return node(field) != null;
    }

    /// Whether the field was found to be missing or of no use: nothing more can be said of it, or of what depends on
    /// it.
    public boolean isUnread(String field) {
        return findings.couldNotRead(at(field));
    }

    /// One line of text: names, titles. Spaces and format characters at its ends are dropped.
    ///
    /// @param max code points
    public String text(String field, int max) {
        return required(field, optionalText(field, max));
    }

    public @Nullable String optionalText(String field, int max) {
        return limited(field, printable(field, trimmed(field), false), max);
    }

    /// Text that may have several lines: facts, statements, bases.
    public String prose(String field, int max) {
        return required(field, optionalProse(field, max));
    }

    public @Nullable String optionalProse(String field, int max) {
        return limited(field, printable(field, trimmed(field), true), max);
    }

    /// The number of a document or listing: any visible characters, kept as they are.
    public String visibleText(String field, int max) {
        return required(field, optionalVisibleText(field, max));
    }

    public @Nullable String optionalVisibleText(String field, int max) {
        return limited(field, visible(field, trimmed(field)), max);
    }

    /// A code: full-width characters become half-width, letters are raised.
    public String code(String field, int max) {
        return required(field, optionalCode(field, max));
    }

    public @Nullable String optionalCode(String field, int max) {
        return limited(field, optionalRead(field, IdentityText::code, null), max);
    }

    /// A value of a fixed form, e.g. a hash; anything else is FORMAT.
    public String matching(String field, Pattern form) {
        return required(
                field, parsed(field, trimmed(field), text -> form.matcher(text).matches() ? text : null));
    }

    /// A value with a reader of its own, e.g. an identifier; its warnings become those of the field.
    ///
    /// @param basis standard or article that what is wrong rests on
    public <T> @Nullable T read(String field, Function<String, Read<T>> reader, @Nullable String basis) {
        return needed(field, optionalRead(field, reader, basis));
    }

    public <T> @Nullable T optionalRead(String field, Function<String, Read<T>> reader, @Nullable String basis) {
        var text = trimmed(field);
        if (text == null) {
            return null;
        }
        return switch (reader.apply(text)) {
            case Read.Good<T>(T value, List<WarningCode> warnings) -> {
                warnings.forEach(warning -> warning(field, warning));
                yield value;
            }
            case Read.Bad<T>(ErrorCode code, String hint) ->
                unread(field, code, hint == null ? null : ErrorTexts.hint("character", hint), basis);
        };
    }

    /// A day, ISO 8601.
    public @Nullable LocalDate date(String field) {
        return needed(field, optionalDate(field));
    }

    public @Nullable LocalDate optionalDate(String field) {
        return parsed(
                field,
                optionalCode(field, 100),
                text -> DATE.matcher(text).matches() ? sensible(LocalDate.parse(text)) : null);
    }

    /// Nothing that is told here was before 1900; a year that a program made of nothing was.
    private static @Nullable LocalDate sensible(LocalDate day) {
        return day.getYear() < FIRST_YEAR ? null : day;
    }

    /// A point in time with its offset, ISO 8601.
    public @Nullable Instant instant(String field) {
        return needed(field, optionalInstant(field));
    }

    public @Nullable Instant optionalInstant(String field) {
        return parsed(
                field,
                optionalCode(field, 100),
                text -> OffsetDateTime.parse(text).toInstant());
    }

    /// Yuan as a plain decimal string, at most two decimals, not below 0.
    public @Nullable BigDecimal amount(String field) {
        return needed(field, optionalAmount(field));
    }

    public @Nullable BigDecimal optionalAmount(String field) {
        return parsed(
                field, optionalCode(field, 100), text -> AMOUNT.matcher(text).matches() ? new BigDecimal(text) : null);
    }

    /// How many: a whole number from 0 on. What could not be read is 0.
    public int count(String field) {
        var node = node(field);
        if (node == null) {
            needed(field, null);
            return 0;
        }
        if (!node.isInt() || node.intValue() < 0) {
            unread(field, ErrorCode.FORMAT);
            return 0;
        }
        return node.intValue();
    }

    public @Nullable Boolean bool(String field) {
        return needed(field, optionalBool(field));
    }

    public @Nullable Boolean optionalBool(String field) {
        var node = node(field);
        return node == null || node.isBoolean() ? value(node) : unread(field, ErrorCode.FORMAT);
    }

    private static @Nullable Boolean value(@Nullable JsonNode node) {
        return node == null ? null : node.booleanValue();
    }

    /// A value of a closed list, by the name of its constant; another one is UNKNOWN_CODE.
    public <E extends Enum<E>> @Nullable E enumOf(String field, Class<E> type) {
        return needed(field, optionalEnumOf(field, type));
    }

    public <E extends Enum<E>> @Nullable E optionalEnumOf(String field, Class<E> type) {
        var name = optionalRead(field, IdentityText::code, null);
        if (name == null) {
            return null;
        }
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        return unread(field, ErrorCode.UNKNOWN_CODE);
    }

    /// The form inside; where there is none, one error here and none for what it should hold.
    public Form object(String field) {
        return new Form(needed(field, objectAt(field)), at(field) + ".", findings);
    }

    public @Nullable Form optionalObject(String field) {
        var inner = objectAt(field);
        return inner == null ? null : new Form(inner, at(field) + ".", findings);
    }

    /// A list of objects; it may be empty, but must be there.
    ///
    /// @param max entries
    public <T> List<T> list(String field, int max, Function<Form, T> item) {
        var items = needed(field, optionalList(field, max, item));
        return items == null ? List.of() : items;
    }

    public <T> @Nullable List<T> optionalList(String field, int max, Function<Form, T> item) {
        return each(
                field,
                max,
                (node, place) -> node instanceof ObjectNode object
                        ? item.apply(new Form(object, at(place) + ".", findings))
                        : unread(place, ErrorCode.FORMAT));
    }

    /// A list of ids, or codes, that may be left out.
    public @Nullable List<String> optionalTexts(String field, int max, int length) {
        return each(field, max, (node, place) -> {
            var text = limited(place, visible(place, trimmed(place, node)), length);
            return text == null && !findings.couldNotRead(at(place)) ? unread(place, ErrorCode.REQUIRED) : text;
        });
    }

    /// An error found by the reader of this form.
    ///
    /// @param field path from this form on, e.g. `date`
    public void error(String field, ErrorCode code) {
        error(field, code, null);
    }

    /// @param basis article or standard the rule comes from, e.g. `GB 32100-2015`
    public void error(String field, ErrorCode code, @Nullable String basis) {
        var error = new FieldError(at(field), code, null, basis);
        if (body != null && !findings.couldNotRead(error.field()) && !findings.errors.contains(error)) {
            findings.errors.add(error);
        }
    }

    /// Something odd that is taken all the same.
    public void warning(String field, WarningCode code) {
        findings.warnings.add(new FieldWarning(at(field), code));
    }

    /// All errors of the body so far, in the order found.
    public List<FieldError> errors() {
        return List.copyOf(findings.errors);
    }

    public List<FieldWarning> warnings() {
        return List.copyOf(findings.warnings);
    }

    /// @throws Problem 422 with all errors, if there are any
    public void throwIfAny() {
        if (!findings.errors.isEmpty()) {
            throw Problem.invalid(findings.errors);
        }
    }

    /// For values of required fields once the form is known to have no errors.
    public static <T> T sure(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a form with errors was used");
        }
        return value;
    }

    private String at(String field) {
        return path + field;
    }

    private @Nullable JsonNode node(String field) {
        var node = body == null ? null : body.get(field);
        return node == null || node.isNull() ? null : node;
    }

    /// The text of a field without its invisible ends; null if missing, blank, or refused.
    private @Nullable String trimmed(String field) {
        var node = node(field);
        return node == null ? null : trimmed(field, node);
    }

    private @Nullable String trimmed(String field, JsonNode node) {
        if (!node.isString()) {
            return unread(field, ErrorCode.FORMAT, ErrorTexts.hint("text"), null);
        }
        var text = IdentityText.trim(node.stringValue());
        return text.isEmpty() ? null : printable(field, text, true);
    }

    private @Nullable String printable(String field, @Nullable String text, boolean severalLines) {
        for (var i = 0; text != null && i < text.length(); ) {
            var c = text.codePointAt(i);
            if (!isPrintable(c, severalLines)) {
                return unread(field, ErrorCode.FORMAT);
            }
            i += Character.charCount(c);
        }
        return text;
    }

    private static boolean isPrintable(int c, boolean severalLines) {
        // half of a surrogate pair is kept by no database
        return switch (Character.getType(c)) {
            case Character.SURROGATE -> false;
            case Character.CONTROL -> severalLines && (c == '\n' || c == '\r' || c == '\t');
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> severalLines;
            default -> true;
        };
    }

    private @Nullable String visible(String field, @Nullable String text) {
        if (text != null && IdentityText.code(text) instanceof Read.Bad<String>(var code, var hint)) {
            return unread(field, code, hint == null ? null : ErrorTexts.hint("character", hint), null);
        }
        return text;
    }

    private @Nullable String limited(String field, @Nullable String text, int max) {
        return text == null || IdentityText.length(text) <= max
                ? text
                : unread(field, ErrorCode.TOO_LONG, ErrorTexts.hint("max", Integer.toString(max)), null);
    }

    private interface Parser<T> {
        /// @throws DateTimeException or null: FORMAT
        @Nullable
        T parse(String text);
    }

    private <T> @Nullable T parsed(String field, @Nullable String text, Parser<T> parser) {
        if (text == null) {
            return null;
        }
        try {
            var value = parser.parse(text);
            return value == null ? unread(field, ErrorCode.FORMAT) : value;
        } catch (DateTimeException _) {
            return unread(field, ErrorCode.FORMAT);
        }
    }

    private @Nullable ObjectNode objectAt(String field) {
        return switch (node(field)) {
            case null -> null;
            case ObjectNode object -> object;
            default -> unread(field, ErrorCode.FORMAT);
        };
    }

    private interface Item<T> {
        @Nullable
        T read(JsonNode node, String place);
    }

    private <T> @Nullable List<T> each(String field, int max, Item<T> item) {
        var node = node(field);
        if (node == null) {
            return null;
        }
        if (!node.isArray()) {
            return unread(field, ErrorCode.FORMAT);
        }
        if (node.size() > max) {
            return unread(field, ErrorCode.TOO_LONG, ErrorTexts.hint("items", Integer.toString(max)), null);
        }
        var items = new ArrayList<T>();
        for (var i = 0; i < node.size(); i++) {
            var value = item.read(node.get(i), "%s[%d]".formatted(field, i));
            if (value != null) {
                items.add(value);
            }
        }
        return items;
    }

    private String required(String field, @Nullable String text) {
        var value = needed(field, text);
        return value == null ? "" : value;
    }

    private <T> @Nullable T needed(String field, @Nullable T value) {
        return value == null && body != null && !findings.couldNotRead(at(field))
                ? unread(field, ErrorCode.REQUIRED)
                : value;
    }

    private <T> @Nullable T unread(String field, ErrorCode code) {
        return unread(field, code, null, null);
    }

    private <T> @Nullable T unread(String field, ErrorCode code, @Nullable String message, @Nullable String basis) {
        var place = at(field);
        if (!findings.couldNotRead(place)) {
            findings.errors.add(new FieldError(place, code, message, basis));
            findings.unread.add(place);
        }
        return null;
    }
}
