/** 异议: what is said of a subject is disputed; it is held at once, verified by who said it, and decided (O1, O2, O3, S5). */
@NullMarked
package org.jointcredit.objection.objection;

import org.jspecify.annotations.NullMarked;
