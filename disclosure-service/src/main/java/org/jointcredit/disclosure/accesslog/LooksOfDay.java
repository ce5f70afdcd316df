package org.jointcredit.disclosure.accesslog;

import java.time.LocalDate;

/**
 * How often an organ looked on a day.
 *
 * @param department code; empty where the persons belong to none
 */
record LooksOfDay(LocalDate day, LookKind kind, String department, long looks) {}
