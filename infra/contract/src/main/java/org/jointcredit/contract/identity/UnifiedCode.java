package org.jointcredit.contract.identity;

import java.time.LocalDate;
import java.util.List;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.WarningCode;

/// 统一社会信用代码, GB 32100-2015: 18 characters, the last one a check that finds every wrong character and every two
/// neighbours that changed places. No table of regions or first letters refuses anybody.
public record UnifiedCode(String text) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] INNER_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int LENGTH = 18;

    /// Reads a code as sent. FORMAT: not 18 characters of the alphabet (I O S V Z are none), or a citizen's number
    /// that stands where a code belongs, which must never be published. CHECK_DIGIT: the last character does not
    /// fit. Warns with INNER_CHECK where the organisation code inside fails its own check: legacy codes deviate.
    ///
    /// @param today last day on which a citizen can have been born
    /// @param demo whether region 999999 counts as a citizen's
    public static Read<UnifiedCode> read(String text, LocalDate today, boolean demo) {
        return IdentityText.code(text).then(code -> check(code, today, demo));
    }

    private static Read<UnifiedCode> check(String code, LocalDate today, boolean demo) {
        if (code.length() != LENGTH || code.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
            return Read.bad(ErrorCode.FORMAT);
        }
        if (CitizenNumber.read(code, today, demo) instanceof Read.Good) {
            return Read.bad(ErrorCode.FORMAT);
        }
        if (!fits(code)) {
            return Read.bad(ErrorCode.CHECK_DIGIT);
        }
        return new Read.Good<>(new UnifiedCode(code), innerFits(code) ? List.of() : List.of(WarningCode.INNER_CHECK));
    }

    /// Whether 18 characters of the alphabet carry the right check character.
    static boolean fits(String code) {
        var sum = 0;
        var weight = 1;
        for (var i = 0; i < LENGTH - 1; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        // the outer remainder matters: without it every code whose sum is divisible by 31 is refused
        return code.charAt(LENGTH - 1) == ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /// GB 11714, characters 9 to 17.
    private static boolean innerFits(String code) {
        var sum = 0;
        for (var i = 0; i < INNER_WEIGHTS.length; i++) {
            sum += Character.digit(code.charAt(8 + i), 36) * INNER_WEIGHTS[i];
        }
        return code.charAt(16) == "0X987654321".charAt(sum % 11);
    }

    @Override
    public String toString() {
        return text;
    }
}
