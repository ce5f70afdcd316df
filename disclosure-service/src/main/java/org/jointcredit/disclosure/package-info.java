/** 披露: everybody reads what is public, a subject all of its own, an organ what it needs. */
@NullMarked
package org.jointcredit.disclosure;

import org.jspecify.annotations.NullMarked;
