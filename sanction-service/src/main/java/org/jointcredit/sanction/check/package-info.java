/** 核查: an agency asks, inside its own procedure, what is to be applied to a subject, and says what it did (S6). */
@NullMarked
package org.jointcredit.sanction.check;

import org.jspecify.annotations.NullMarked;
