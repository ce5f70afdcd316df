/** 传导: where a case has arrived, and what is still missing (O5). */
@NullMarked
package org.jointcredit.objection.propagation;

import org.jspecify.annotations.NullMarked;
