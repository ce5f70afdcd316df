package org.jointcredit.contract.event;

import java.time.Instant;

/// A reason, with its owner, why a notice must not be applied now (S5).
///
/// @param owner who set it and alone can end it, e.g. `severe-list`
/// @param since when it was set
public record Hold(String owner, String reason, Instant since) {}
