package org.jointcredit.objection.remedy;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Works through the cases of which something has to be said, some at a time. */
public final class TermBatches {
    private static final int AT_ONCE = 200;

    private TermBatches() {}

    /**
     * @param find ids of that many of those that are left
     * @param write so that it is found no more
     */
    public static void untilDone(IntFunction<List<String>> find, Consumer<String> write) {
        boolean more = true;
        while (more) {
            List<String> found = find.apply(AT_ONCE);
            more = found.size() == AT_ONCE;
            found.forEach(write);
        }
    }
}
