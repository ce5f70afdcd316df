package org.jointcredit.contract.event;

import java.util.List;

/// A joint action and its notices as they stand now: the value of `action-changed` on `feedback`. Written by sanction.
///
/// @param holds the holds that are on; may be empty
/// @param notices all of its notices
public record ActionChanged(String action, String listing, List<Hold> holds, List<Notice> notices) {
    public ActionChanged {
        holds = List.copyOf(holds);
        notices = List.copyOf(notices);
    }

    /// @param subject id of the subject
    public record Notice(String id, String measure, String agency, String subject, Legal legal, Owes owes) {}
}
