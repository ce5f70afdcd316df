package org.jointcredit.objection.petition;

import java.util.List;
import java.util.Map;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.eventing.JournalledDocuments;
import org.jointcredit.platform.eventing.Step;

/**
 * What becomes of a petition.
 *
 * @param steps the words of its timeline, and what others are told
 */
record PetitionChange(Petition after, List<Step> steps, Cause cause) implements JournalledDocuments.Change<Petition> {
    static final String RECEIVED = "RECEIVED";
    static final String HELD = "HELD";
    static final String DECIDED = "DECIDED";
    static final String RELEASED = "RELEASED";
    static final String RECOUNTED = "RECOUNTED";

    /** Something that only the parties see in the timeline. */
    static PetitionChange kept(Petition after, String what, String basis, Cause cause) {
        return new PetitionChange(after, List.of(word(what, basis)), cause);
    }

    /** Something that others have to follow. */
    static PetitionChange told(Petition after, String what, String basis, Cause cause) {
        return new PetitionChange(after, List.of(word(what, basis), after.told()), cause);
    }

    private static Step word(String what, String basis) {
        return Step.kept(what, Map.of("basis", basis));
    }
}
