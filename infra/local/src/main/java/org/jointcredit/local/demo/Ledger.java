package org.jointcredit.local.demo;

import java.time.LocalDate;
import tools.jackson.databind.node.ArrayNode;

/// What a department hands in of its records on a day.
///
/// @param records as the front doors want them
record Ledger(LocalDate day, String department, ArrayNode records) {}
