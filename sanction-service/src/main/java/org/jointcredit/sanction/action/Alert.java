package org.jointcredit.sanction.action;

/** What can be said of a due date: that it is near, and that it is over. */
public enum Alert {
    REMINDED,
    OVERDUE
}
