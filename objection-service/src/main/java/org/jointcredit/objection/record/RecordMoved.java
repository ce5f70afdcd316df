package org.jointcredit.objection.record;

import org.jointcredit.platform.eventing.Cause;

/** Something was told of a record; said again when its event comes again, and perhaps older than what is known. */
public record RecordMoved(KnownRecord record, Cause cause) {}
