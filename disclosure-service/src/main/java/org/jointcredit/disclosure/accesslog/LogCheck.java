package org.jointcredit.disclosure.accesslog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.stereotype.Component;

/** {@code GET /actuator/accesslog}: whether the log is whole, from its first entry to its last (A33). */
@Component
@WebEndpoint(id = "accesslog")
final class LogCheck {
    private static final int AT_ONCE = 1_000;

    private final AccessLogStore store;
    private final Chain chain;

    LogCheck(AccessLogStore store, Chain chain) {
        this.store = store;
        this.chain = chain;
    }

    /**
     * @param entries how many hold
     * @param brokenAt number of the first place where an entry is missing or not what was written
     * @param lastSeal to be compared with one noted elsewhere: an end that was cut off leaves no gap
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Outcome(
            long entries, @Nullable Long brokenAt, @Nullable String lastSeal) {}

    @ReadOperation
    Outcome check() {
        LogEntry before = null;
        while (true) {
            List<LogEntry> next = store.after(before == null ? 0 : before.number(), AT_ONCE);
            for (LogEntry entry : next) {
                if (!chain.holds(before, entry)) {
                    long held = before == null ? 0 : before.number();
                    return new Outcome(held, held + 1, before == null ? null : before.seal());
                }
                before = entry;
            }
            if (next.size() < AT_ONCE) {
                return new Outcome(before == null ? 0 : before.number(), null, before == null ? null : before.seal());
            }
        }
    }
}
