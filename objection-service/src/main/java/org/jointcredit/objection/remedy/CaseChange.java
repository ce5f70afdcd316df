package org.jointcredit.objection.remedy;

import java.util.List;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.eventing.Step;

/** What becomes of a case. */
public interface CaseChange<T> {
    T after();

    /** The words of its timeline, and what others are told. */
    List<Step> steps();

    Cause cause();
}
