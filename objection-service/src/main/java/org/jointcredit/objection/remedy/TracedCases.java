package org.jointcredit.objection.remedy;

import java.util.Optional;
import org.jointcredit.platform.security.Caller;

/** Cases of which it can be followed what became of them. */
public interface TracedCases {
    /** Whether cases of this kind are found here, by the name that stands in the path. */
    boolean keeps(String kind);

    /** One that the caller may know of. */
    Optional<TracedCase> traced(String kind, String id, Caller caller);
}
