/// The events that cross a service boundary: their types, topics, headers and values.
/// Each value is a record that reads and writes the JSON of its schema under `schema/`.
@NullMarked
package org.jointcredit.contract.event;

import org.jspecify.annotations.NullMarked;
