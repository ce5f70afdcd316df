package org.jointcredit.local;

import java.util.Locale;
import java.util.function.Consumer;

/// One line per step, with its seconds.
record Progress(Consumer<String> out) {
    void step(String what, long beganNanos) {
        out.accept(String.format(Locale.ROOT, "  %-44s %6.1f s", what, (System.nanoTime() - beganNanos) / 1e9));
    }
}
