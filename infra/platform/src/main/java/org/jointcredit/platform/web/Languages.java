package org.jointcredit.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;

/// The language of an answer: what `Accept-Language` likes best of Chinese and English, Chinese if neither.
public final class Languages implements LocaleResolver {
    public static final Locale DEFAULT = Locale.SIMPLIFIED_CHINESE;

    private static final List<Locale> SPOKEN = List.of(Locale.CHINESE, Locale.ENGLISH);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return of(request);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language comes with each request");
    }

    static Locale of(HttpServletRequest request) {
        var wish = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (wish == null || wish.isBlank()) {
            return DEFAULT;
        }
        try {
            var best = Locale.lookup(Locale.LanguageRange.parse(wish), SPOKEN);
            return Locale.ENGLISH.equals(best) ? best : DEFAULT;
        } catch (IllegalArgumentException _) {
            return DEFAULT;
        }
    }
}
