/** 异议: what a subject may ask for against or about its information. */
@NullMarked
package org.jointcredit.objection;

import org.jspecify.annotations.NullMarked;
