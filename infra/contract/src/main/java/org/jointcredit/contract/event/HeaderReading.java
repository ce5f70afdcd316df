package org.jointcredit.contract.event;

/// What came of reading the headers of a message: an event's headers, or why they are none.
public sealed interface HeaderReading permits EventHeaders, UnreadableHeaders {}
