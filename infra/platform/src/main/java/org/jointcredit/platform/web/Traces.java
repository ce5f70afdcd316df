package org.jointcredit.platform.web;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Stack traces for logs. Messages are left out: a database's or parser's message may quote a person's data.
public final class Traces {
    private static final int DEEPEST = 40;

    private Traces() {}

    public static String withoutMessages(Throwable failure) {
        var trace = new StringBuilder();
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            trace.append(trace.isEmpty() ? "" : "\ncaused by ")
                    .append(cause.getClass().getName())
                    .append(Arrays.stream(cause.getStackTrace())
                            .limit(DEEPEST)
                            .map(frame -> "\n    at " + frame)
                            .collect(Collectors.joining()));
        }
        return trace.toString();
    }
}
