package org.jointcredit.acceptance.console;

import static org.jointcredit.acceptance.House.FRONT;

import org.jointcredit.acceptance.Front;

/** Cases that others open, for the pages that show them. */
final class Cases {
    private Cases() {}

    /**
     * The market bureau has found an error of its own.
     *
     * @return the id of the objection
     */
    static String ownError(String kind, String id) {
        var objection = Front.JSON.createObjectNode().put("claim", "WRONG").put("statement", "复查发现决定书所列主体有误。");
        objection.putObject("against").put("kind", kind).put("id", id);
        objection.putArray("evidence");
        return FRONT.post("sys-market", "objection/objections", objection)
                .expect(201)
                .path("id")
                .asString();
    }
}
