/** Whom a notice is about: asked of collection at the moment an agency reads it, never kept here. */
@NullMarked
package org.jointcredit.sanction.identity;

import org.jspecify.annotations.NullMarked;
