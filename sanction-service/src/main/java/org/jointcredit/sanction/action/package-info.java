/**
 * 联合奖惩: one listing sets off one joint action, and the action its notices, one for each measure, agency and subject
 * (S2, S3). The action keeps what is true; what each notice is worth follows from it.
 */
@NullMarked
package org.jointcredit.sanction.action;

import org.jspecify.annotations.NullMarked;
