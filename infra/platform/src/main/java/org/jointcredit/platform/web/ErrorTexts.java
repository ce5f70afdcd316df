package org.jointcredit.platform.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.contract.problem.FieldWarning;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

/// The sentences of problems and receipts, in Chinese and English. Platform and service each bring
/// `messages_zh_CN.properties` and `messages_en.properties`.
///
/// Until it is rendered, a [FieldError]'s message is null or a hint (see [#hint]): so errors can be found, kept and
/// sent
/// on before anybody knows the reader's language.
public final class ErrorTexts {
    private static final String SEPARATOR = "\u001F";

    private final ReloadableResourceBundleMessageSource messages = new ReloadableResourceBundleMessageSource();

    public ErrorTexts() {
        messages.setBasenames("classpath:messages", "classpath:org/jointcredit/platform/web/messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(Languages.DEFAULT);
        messages.setCacheSeconds(-1);
        messages.setAlwaysUseMessageFormat(true);
    }

    /// The message of an error not yet rendered: which sentence of its code, and what stands in it. It must not hold
    /// what was sent.
    ///
    /// @param variant sentence `error.<CODE>.<variant>` of the bundles
    public static String hint(String variant, String... arguments) {
        return variant + SEPARATOR + String.join(SEPARATOR, arguments);
    }

    /// The same errors with their sentences. What was rendered before stays as it is.
    public List<FieldError> render(List<FieldError> errors, Locale language) {
        return errors.stream()
                .map(error ->
                        new FieldError(error.field(), error.code(), sentence(error, language), basis(error, language)))
                .toList();
    }

    /// The same warnings with their sentences.
    public List<FieldWarning> renderWarnings(List<FieldWarning> warnings, Locale language) {
        return warnings.stream()
                .map(warning ->
                        new FieldWarning(warning.field(), warning.code(), text("warning." + warning.code(), language)))
                .toList();
    }

    /// A title or detail.
    public String text(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }

    @Nullable
    String textOrNull(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, null, language);
    }

    private String sentence(FieldError error, Locale language) {
        var key = "error." + error.code();
        var message = error.message();
        if (message == null) {
            return text(key, language);
        }
        if (!message.contains(SEPARATOR)) {
            return message;
        }
        var parts = message.split(SEPARATOR, -1);
        return text(key + "." + parts[0], language, (Object[]) Arrays.copyOfRange(parts, 1, parts.length));
    }

    private @Nullable String basis(FieldError error, Locale language) {
        return error.basis() != null ? error.basis() : textOrNull("basis." + error.code(), language);
    }
}
