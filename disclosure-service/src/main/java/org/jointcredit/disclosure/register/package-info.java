/** 信用信息登记: what the other services have said of each subject, and who may read what of it (D1, D2). */
@NullMarked
package org.jointcredit.disclosure.register;

import org.jspecify.annotations.NullMarked;
