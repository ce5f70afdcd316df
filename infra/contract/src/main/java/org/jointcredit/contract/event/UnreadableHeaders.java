package org.jointcredit.contract.event;

/// The headers are no CloudEvent's.
///
/// @param reason a sentence that names what is missing or wrong; repeats no value
public record UnreadableHeaders(String reason) implements HeaderReading {}
