package org.jointcredit.contract.event;

import java.time.Instant;

/// A repair was granted or refused by the provider that found the breach (A29): the value of `repair-decided` on
/// `remedy`. Written by objection. Granted, the record is marked as repaired wherever it is shown.
///
/// @param repair id of the repair
/// @param number number of the case, as shown
/// @param subject id of the subject
/// @param department code of the department that decided
/// @param of the record or listing that is repaired; never a listing of a severe list
/// @param at when it was decided
public record RepairDecided(
        String repair,
        String number,
        String subject,
        String department,
        Against of,
        Grant outcome,
        Decision decision,
        String lawVersion,
        Instant at) {}
