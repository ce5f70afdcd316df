package org.jointcredit.sanction.action;

/**
 * One notice of an action's plan.
 *
 * @param id action : measure : agency : subject, so that planning twice makes the same notice
 * @param rule the rule of the pinned rule set that asked for it
 * @param reached false once a change of the listing has taken its subject off
 */
public record PlannedNotice(String id, String measure, String agency, String subject, String rule, boolean reached) {

    static PlannedNotice of(
            String action, String measure, String agency, String subject, String rule, boolean reached) {
        String id = action + ':' + measure + ':' + agency + ':' + subject;
        return new PlannedNotice(id, measure, agency, subject, rule, reached);
    }

    /** Which listing's notice it is: the id of an action is its listing's. */
    static String listing(String notice) {
        int end = notice.indexOf(':');
        return end < 0 ? notice : notice.substring(0, end);
    }

    PlannedNotice reached(boolean now) {
        return new PlannedNotice(id, measure, agency, subject, rule, now);
    }
}
