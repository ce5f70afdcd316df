package org.jointcredit.contract.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.problem.ErrorCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// A kind of document that identifies a natural person. The kinds and their formats are data
/// (`identity/document-kinds.json`), because those of foreign and regional documents are not confirmed at a source.
///
/// @param code stable code, e.g. `PASSPORT`
/// @param label the name in Chinese, e.g. `护照`
/// @param pattern regular expression for a whole number in its normal form
public record DocumentKind(String code, String label, String pattern) {
    private static final List<DocumentKind> ALL = load();
    /// 身份证, which is meant where no kind is given.
    public static final DocumentKind CITIZEN = ALL.getFirst();

    /// Reads a kind as sent, label or code. None given is 身份证, one that nobody knows is UNKNOWN_CODE.
    public static Read<DocumentKind> read(@Nullable String text) {
        if (text == null || IdentityText.isBlank(text)) {
            return Read.good(CITIZEN);
        }
        return IdentityText.code(text)
                .then(kind -> ALL.stream()
                        .filter(known -> known.label.equals(kind) || known.code.equals(kind))
                        .findFirst()
                        .map(Read::good)
                        .orElseGet(() -> Read.bad(ErrorCode.UNKNOWN_CODE)));
    }

    public static List<DocumentKind> all() {
        return ALL;
    }

    /// Reads the number of a document of this kind as sent: a citizen's as [CitizenNumber#read], the others FORMAT
    /// unless they fit the kind's pattern.
    public Read<PersonDocument> readNumber(String text, LocalDate today, boolean demo) {
        if (equals(CITIZEN)) {
            return CitizenNumber.read(text, today, demo)
                    .then(number -> Read.good(new PersonDocument(this, number.text())));
        }
        return IdentityText.code(text)
                .then(number -> Pattern.matches(pattern, number)
                        ? Read.good(new PersonDocument(this, number))
                        : Read.bad(ErrorCode.FORMAT));
    }

    private static List<DocumentKind> load() {
        try (var file = Objects.requireNonNull(
                DocumentKind.class.getResourceAsStream("/identity/document-kinds.json"), "document-kinds.json")) {
            return List.copyOf(ContractJson.mapper().readValue(file, new TypeReference<List<DocumentKind>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
