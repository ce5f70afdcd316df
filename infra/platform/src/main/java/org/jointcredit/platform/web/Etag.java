package org.jointcredit.platform.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The version of a resource as `ETag`, and what `If-Match` asks for.
public final class Etag {
    private Etag() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /// For those who must say which version they have seen.
    ///
    /// @throws Problem 428 if they do not, 412 if it is not the present one
    public static void require(@Nullable String ifMatch, long version) {
        if (ifMatch == null) {
            throw Problem.preconditionRequired();
        }
        accept(ifMatch, version);
    }

    /// For those who may leave it out (systems).
    ///
    /// @throws Problem 412 if they name another version than the present one
    public static void accept(@Nullable String ifMatch, long version) {
        if (ifMatch != null && Arrays.stream(ifMatch.split(",")).noneMatch(tag -> names(tag.strip(), version))) {
            throw Problem.stale();
        }
    }

    private static boolean names(String tag, long version) {
        // a proxy that compresses makes the tag weak; the version is the same
        var strong = tag.startsWith("W/") ? tag.substring(2) : tag;
        return strong.equals("*") || strong.equals(of(version)) || strong.equals(Long.toString(version));
    }
}
