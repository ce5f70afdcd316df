package org.jointcredit.objection.objection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.eventing.JournalledDocuments;
import org.jointcredit.platform.eventing.Step;

/**
 * What becomes of an objection.
 *
 * @param steps the words of its timeline, and what others are told
 */
record ObjectionChange(Objection after, List<Step> steps, Cause cause)
        implements JournalledDocuments.Change<Objection> {
    private static final String BASIS = "basis";

    /** Something that only the parties see in the timeline. */
    static ObjectionChange kept(Objection after, String what, String basis, Cause cause) {
        return new ObjectionChange(after, List.of(word(what, basis)), cause);
    }

    /** Something that others have to follow. */
    static ObjectionChange told(Objection after, String what, String basis, Cause cause) {
        List<Step> steps = new ArrayList<>(List.of(word(what, basis)));
        steps.add(Step.sent(
                what.equals(Timeline.RECEIVED) ? EventTypes.OBJECTION_RECEIVED : EventTypes.OBJECTION_DECIDED,
                after.fact(),
                Topics.REMEDY,
                after.filing().subject()));
        return new ObjectionChange(after, steps, cause);
    }

    static Step word(String what, String basis) {
        return Step.kept(what, Map.of(BASIS, basis));
    }
}
