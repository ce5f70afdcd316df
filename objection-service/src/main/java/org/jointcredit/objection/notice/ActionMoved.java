package org.jointcredit.objection.notice;

import org.jointcredit.platform.eventing.Cause;

/** A joint action as it is known now that something was told of it; said again when its event comes again. */
public record ActionMoved(KnownAction action, Cause cause) {}
