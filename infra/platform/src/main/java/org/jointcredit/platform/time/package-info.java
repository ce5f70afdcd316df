/** The business clock and the working days: what day it is, and when something is due. */
@NullMarked
package org.jointcredit.platform.time;

import org.jspecify.annotations.NullMarked;
