package org.jointcredit.objection.listing;

import org.jointcredit.platform.eventing.Cause;

/** Something was told of a listing; said again when its event comes again, and perhaps older than what is known. */
public record ListingMoved(KnownListing listing, Cause cause) {}
