package org.jointcredit.sanction.action;

import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;
import org.jointcredit.contract.event.ListClass;

/** The queries of actions and of what they stand on, as they are asked. */
public final class ActionQueries {

    private ActionQueries() {}

    public static Map<String, Bson> actions() {
        return Map.of(
                "standing on a ground", JointActionStore.standingOn(Grounds.record("r")),
                "red ones of a subject", JointActionStore.listing(List.of("s", "t"), ListClass.RED),
                "naming a subject", JointActionStore.naming(List.of("code:c", "k:mac")));
    }

    public static Map<String, Bson> grounds() {
        return Map.of("some", GroundStore.these(List.of(Grounds.listing("l"), Grounds.subject("s"))));
    }
}
