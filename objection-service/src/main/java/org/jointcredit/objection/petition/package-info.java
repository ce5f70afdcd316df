/** 复核、修复、退出: a subject asks for the review of a decision, for repair, or to leave a list (O4, O6, O9). */
@NullMarked
package org.jointcredit.objection.petition;

import org.jspecify.annotations.NullMarked;
