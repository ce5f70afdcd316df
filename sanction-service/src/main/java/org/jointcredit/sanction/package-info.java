/** 奖惩: a listing sets off its measures at every agency, and each agency's answer is kept. */
@NullMarked
package org.jointcredit.sanction;

import org.jspecify.annotations.NullMarked;
