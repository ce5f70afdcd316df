package org.jointcredit.contract.identity;

import java.util.List;
import java.util.function.Function;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.WarningCode;
import org.jspecify.annotations.Nullable;

/// What came of reading a value that somebody sent.
public sealed interface Read<T> {
    /// @param value in its normal form
    record Good<T>(T value, List<WarningCode> warnings) implements Read<T> {
        public Good {
            warnings = List.copyOf(warnings);
        }
    }

    /// @param hint detail for the message, the same in every language, such as the name of a character that the user
    /// cannot see; never the value
    record Bad<T>(ErrorCode code, @Nullable String hint) implements Read<T> {}

    static <T> Read<T> good(T value) {
        return new Good<>(value, List.of());
    }

    static <T> Read<T> bad(ErrorCode code) {
        return new Bad<>(code, null);
    }

    /// Reads on where this was good; what was bad stays so.
    default <U> Read<U> then(Function<T, Read<U>> next) {
        return switch (this) {
            case Good<T> good -> next.apply(good.value());
            case Bad<T> bad -> new Bad<>(bad.code(), bad.hint());
        };
    }
}
