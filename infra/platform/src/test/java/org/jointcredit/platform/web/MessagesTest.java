package org.jointcredit.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both languages say the same things, and every code has its sentence. */
class MessagesTest {
    private final ErrorTexts texts = new ErrorTexts();

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaces() throws IOException {
        var chinese = bundle("zh_CN");
        var english = bundle("en");
        assertThat(new TreeSet<>(english.stringPropertyNames()))
                .isEqualTo(new TreeSet<>(chinese.stringPropertyNames()));
        for (var key : chinese.stringPropertyNames()) {
            assertThat(places(english.getProperty(key))).as(key).isEqualTo(places(chinese.getProperty(key)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeHasItsSentenceInBothLanguages(ErrorCode code) {
        var error = List.of(new FieldError("a", code));
        var chinese = texts.render(error, Locale.SIMPLIFIED_CHINESE).getFirst().message();
        var english = texts.render(error, Locale.ENGLISH).getFirst().message();
        assertThat(chinese).isNotBlank().isNotEqualTo(english);
        assertThat(english).matches("[\\x20-\\x7E]+");
    }

    @Test
    void anErrorIsRenderedOnce() {
        var error = new FieldError("a", ErrorCode.TOO_LONG, ErrorTexts.hint("max", "64"), "A6");
        var rendered = texts.render(List.of(error), Locale.ENGLISH);
        assertThat(rendered).containsExactly(new FieldError("a", ErrorCode.TOO_LONG, "At most 64 characters.", "A6"));
        assertThat(texts.render(rendered, Locale.SIMPLIFIED_CHINESE)).isEqualTo(rendered);
    }

    private static Properties bundle(String language) throws IOException {
        var name = "messages_" + language + ".properties";
        try (var in = Objects.requireNonNull(ErrorTexts.class.getResourceAsStream(name))) {
            var bundle = new Properties();
            bundle.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return bundle;
        }
    }

    private static List<String> places(String text) {
        return java.util.regex.Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(java.util.regex.MatchResult::group)
                .sorted()
                .toList();
    }
}
