package org.jointcredit.objection.record;

import org.jointcredit.platform.eventing.Cause;

/** A record was erased, for whatever reason; said again when its event comes again. */
public record RecordGone(String record, Cause cause) {}
