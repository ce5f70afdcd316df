package org.jointcredit.sanction.action;

/**
 * The law an action was opened under.
 *
 * @param ruleSet id of the rule set, e.g. {@code default-2021}
 * @param rules version of the rule set
 * @param measures version of the list of measures
 */
public record PinnedLaw(String ruleSet, String rules, String measures) {

    /** As notices carry it. */
    public String label() {
        return ruleSet + '@' + rules + '/' + measures;
    }
}
