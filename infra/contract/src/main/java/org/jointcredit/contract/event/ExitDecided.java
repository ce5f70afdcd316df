package org.jointcredit.contract.event;

import java.time.Instant;
import java.time.LocalDate;

/// An exit from a list was granted or refused by the initiating department (P5.5, P5.7): the value of `exit-decided`
/// on `remedy`. Written by objection. Granted, collection ends the listing with reason EXIT.
///
/// @param exit id of the exit
/// @param number number of the case, as shown
/// @param subject id of the listed subject
/// @param department code of the initiating department, which decided
/// @param decidedBy user name of the officer
/// @param on day from which the listing has no effect, if granted
/// @param at when it was decided
public record ExitDecided(
        String exit,
        String number,
        String subject,
        String listing,
        String department,
        Grant outcome,
        Decision decision,
        String decidedBy,
        LocalDate on,
        String lawVersion,
        Instant at) {}
