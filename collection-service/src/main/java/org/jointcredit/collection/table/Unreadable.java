package org.jointcredit.collection.table;

import java.util.List;

/** A file that is refused as a whole: why, and where; nothing of what stands in it. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String reason;
    private final List<String> details;

    /** @param reason sentence {@code error.FORMAT.<reason>} of the bundles, which says what to do instead */
    Unreadable(String reason, Object... details) {
        super(reason, null, false, false);
        this.reason = reason;
        this.details = List.of(details).stream().map(Object::toString).toList();
    }

    public String reason() {
        return reason;
    }

    public List<String> details() {
        return details;
    }
}
