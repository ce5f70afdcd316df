/// `up --demo`: departments hand in listings and agencies answer, as real clients of the front doors.
@NullMarked
package org.jointcredit.local.demo;

import org.jspecify.annotations.NullMarked;
