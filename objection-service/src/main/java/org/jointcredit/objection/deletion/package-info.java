/** 删除: a subject has awards, volunteering and donations deleted (D8, A28). */
@NullMarked
package org.jointcredit.objection.deletion;

import org.jspecify.annotations.NullMarked;
