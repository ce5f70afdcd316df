package org.jointcredit.contract.event;

import java.time.LocalDate;

/// The decision that a listing or its ending rests on.
///
/// @param document number of the decision document, e.g. `元市场列决〔2026〕32号`
/// @param authority name of the deciding authority
/// @param date day of the decision
/// @param basis law it rests on
public record Decision(String document, String authority, LocalDate date, String basis) {}
