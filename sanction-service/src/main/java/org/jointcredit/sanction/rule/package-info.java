/** 规则: which listing sets off which measures, at which agencies, for whom (S2). */
@NullMarked
package org.jointcredit.sanction.rule;

import org.jspecify.annotations.NullMarked;
