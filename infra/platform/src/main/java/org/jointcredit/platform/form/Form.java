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
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.FieldError;
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
/// var date = decision.date("date");
/// if (date != null && date.isAfter(today)) decision.error("date", DATE_IN_FUTURE);
/// var persons = form.list("persons", 200, person -> person.text("name", 200));
/// form.throwIfAny();
/// ```
public final class Form {
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern AMOUNT = Pattern.compile("(0|[1-9][0-9]{0,15})(\\.[0-9]{1,2})?");

    private final @Nullable ObjectNode body;
    private final String path;
    private final Findings findings;

    /// What all forms of one body have found together.
    private record Findings(List<FieldError> errors, Set<String> unread) {}

    private Form(@Nullable ObjectNode body, String path, Findings findings) {
        this.body = body;
        this.path = path;
        this.findings = findings;
    }

    public static Form of(ObjectNode body) {
        return new Form(body, "", new Findings(new ArrayList<>(), new HashSet<>()));
    }

    /// Whether the field is there at all (null counts as missing).
    public boolean has(String field) {
        return node(field) != null;
    }

    /// One line of text: names, titles. Spaces and format characters at its ends are dropped.
    ///
    /// @param max code points
    public String text(String field, int max) {
        return required(field, optionalText(field, max));
    }

    public @Nullable String optionalText(String field, int max) {
        return limited(field, string(field, text -> !Texts.hasControls(text)), max);
    }

    /// Text that may have several lines: facts, statements, bases.
    public String prose(String field, int max) {
        return required(field, optionalProse(field, max));
    }

    public @Nullable String optionalProse(String field, int max) {
        return limited(field, string(field, text -> !Texts.hasControlsBesideLines(text)), max);
    }

    /// A number of a document or listing: any visible characters, kept as they are.
    public String visibleText(String field, int max) {
        return required(field, optionalVisibleText(field, max));
    }

    public @Nullable String optionalVisibleText(String field, int max) {
        return limited(field, string(field, text -> !Texts.hasInvisible(text)), max);
    }

    /// A code or identifier: full-width characters become half-width, letters are raised.
    public String code(String field, int max) {
        return required(field, optionalCode(field, max));
    }

    public @Nullable String optionalCode(String field, int max) {
        var text = limited(field, string(field, code -> !Texts.hasInvisible(code)), max);
        return text == null ? null : Texts.halfWidth(text).toUpperCase(java.util.Locale.ROOT);
    }

    /// A value of a fixed form, e.g. a hash; anything else is FORMAT.
    public String matching(String field, Pattern form) {
        return required(field, string(field, text -> form.matcher(text).matches()));
    }

    public @Nullable LocalDate date(String field) {
        return needed(field, optionalDate(field));
    }

    public @Nullable LocalDate optionalDate(String field) {
        return parsed(field, text -> {
            if (!DATE.matcher(text).matches()) {
                throw new DateTimeException("not a date");
            }
            return LocalDate.parse(text);
        });
    }

    /// A point in time with its offset.
    public @Nullable Instant instant(String field) {
        return needed(field, optionalInstant(field));
    }

    public @Nullable Instant optionalInstant(String field) {
        return parsed(field, text -> OffsetDateTime.parse(text).toInstant());
    }

    /// Yuan as a plain decimal string, at most two decimals, not below 0.
    public @Nullable BigDecimal amount(String field) {
        return needed(field, optionalAmount(field));
    }

    public @Nullable BigDecimal optionalAmount(String field) {
        return parsed(field, text -> {
            if (!AMOUNT.matcher(text).matches()) {
                throw new DateTimeException("not an amount");
            }
            return new BigDecimal(text);
        });
    }

    public @Nullable Boolean bool(String field) {
        return needed(field, optionalBool(field));
    }

    public @Nullable Boolean optionalBool(String field) {
        var node = node(field);
        if (node == null) {
            return null;
        }
        if (!node.isBoolean()) {
            return unread(field, ErrorCode.FORMAT, null);
        }
        return node.booleanValue();
    }

    /// A value of a closed list, by the name of its constant.
    public <E extends Enum<E>> @Nullable E enumOf(String field, Class<E> type) {
        return needed(field, optionalEnumOf(field, type));
    }

    public <E extends Enum<E>> @Nullable E optionalEnumOf(String field, Class<E> type) {
        var text = string(field, name -> !Texts.hasInvisible(name));
        if (text == null) {
            return null;
        }
        var name = Texts.halfWidth(text);
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        return unread(field, ErrorCode.UNKNOWN_CODE, null);
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
    public <T> List<T> list(String field, int max, Function<Form, T> item) {
        var items = optionalList(field, max, item);
        return needed(field, items) == null ? List.of() : sure(items);
    }

    public <T> @Nullable List<T> optionalList(String field, int max, Function<Form, T> item) {
        return each(field, max, (node, place) -> {
            if (node instanceof ObjectNode object) {
                return item.apply(new Form(object, at(place) + ".", findings));
            }
            return unread(place, ErrorCode.FORMAT, null);
        });
    }

    /// A list of texts, e.g. ids, that may be left out.
    public @Nullable List<String> optionalTexts(String field, int max, int length) {
        return each(field, max, (node, place) -> {
            var text = string(place, node, value -> !Texts.hasInvisible(value));
            return limited(place, text == null ? unread(place, ErrorCode.REQUIRED, null) : text, length);
        });
    }

    /// An error found by the reader of this form.
    ///
    /// @param field name of a member of this form, e.g. `date`
    public void error(String field, ErrorCode code) {
        error(field, code, null);
    }

    /// @param basis article or standard the rule comes from, e.g. `GB 32100-2015`
    public void error(String field, ErrorCode code, @Nullable String basis) {
        if (body == null || findings.unread.contains(at(field))) {
            return;
        }
        var node = node(field);
        var hint = code == ErrorCode.FORMAT && node != null && node.isString() ? hint(node.stringValue()) : null;
        add(field, code, hint, basis);
    }

    /// All errors of the body so far, in the order found.
    public List<FieldError> errors() {
        return List.copyOf(findings.errors);
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

    /// The text of a field without its blank ends; null if missing, blank, or refused.
    private @Nullable String string(String field, Predicate<String> well) {
        var node = node(field);
        return node == null ? null : string(field, node, well);
    }

    private @Nullable String string(String field, JsonNode node, Predicate<String> well) {
        if (!node.isString()) {
            return unread(field, ErrorCode.FORMAT, null);
        }
        var text = Texts.trimmed(node.stringValue());
        if (text.isEmpty()) {
            return null;
        }
        return well.test(text) && !Texts.hasBroken(text) ? text : unread(field, ErrorCode.FORMAT, hint(text));
    }

    private @Nullable String limited(String field, @Nullable String text, int max) {
        if (text == null || text.codePointCount(0, text.length()) <= max) {
            return text;
        }
        return unread(field, ErrorCode.TOO_LONG, ErrorTexts.hint("max", Integer.toString(max)));
    }

    private <T> @Nullable T parsed(String field, Function<String, T> parser) {
        var text = string(field, value -> !Texts.hasInvisible(value));
        if (text == null) {
            return null;
        }
        try {
            return parser.apply(Texts.halfWidth(text));
        } catch (DateTimeException _) {
            return unread(field, ErrorCode.FORMAT, null);
        }
    }

    private @Nullable ObjectNode objectAt(String field) {
        var node = node(field);
        if (node == null || node instanceof ObjectNode) {
            return (ObjectNode) node;
        }
        return unread(field, ErrorCode.FORMAT, null);
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
            return unread(field, ErrorCode.FORMAT, null);
        }
        if (node.size() > max) {
            return unread(field, ErrorCode.TOO_LONG, ErrorTexts.hint("items", Integer.toString(max)));
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
        if (value == null && body != null && !findings.unread.contains(at(field))) {
            unread(field, ErrorCode.REQUIRED, null);
        }
        return value;
    }

    private <T> @Nullable T unread(String field, ErrorCode code, @Nullable String hint) {
        add(field, code, hint, null);
        findings.unread.add(at(field));
        return null;
    }

    private void add(String field, ErrorCode code, @Nullable String hint, @Nullable String basis) {
        var error = new FieldError(at(field), code, hint, basis);
        if (!findings.errors.contains(error)) {
            findings.errors.add(error);
        }
    }

    private static @Nullable String hint(String text) {
        return Texts.firstInvisible(Texts.trimmed(text));
    }
}
