package org.jointcredit.contract.event;

/// A listing as it was at a moment.
///
/// @param version as in its [ListingFact]
public record ListingVersion(String listing, long version) {}
