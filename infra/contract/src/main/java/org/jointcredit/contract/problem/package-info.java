/// What was wrong with what somebody sent: codes that outsiders rely on, one entry per field.
@NullMarked
package org.jointcredit.contract.problem;

import org.jspecify.annotations.NullMarked;
