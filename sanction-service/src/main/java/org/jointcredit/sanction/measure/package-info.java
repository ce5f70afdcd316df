/** 措施清单: what each reward or sanction is, who applies it, whom it reaches, and how long an agency has (S1, S4). */
@NullMarked
package org.jointcredit.sanction.measure;

import org.jspecify.annotations.NullMarked;
