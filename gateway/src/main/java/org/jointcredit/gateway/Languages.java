package org.jointcredit.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/// The language of an answer: what `Accept-Language` likes best of Chinese and English, Chinese if neither.
final class Languages {
    static final Locale DEFAULT = Locale.SIMPLIFIED_CHINESE;

    private static final List<Locale> SPOKEN = List.of(Locale.CHINESE, Locale.ENGLISH);

    private Languages() {}

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
