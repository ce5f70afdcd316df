/** 公共信用信息目录: what may be collected, in which fields, and what never (C1, C3). */
@NullMarked
package org.jointcredit.collection.catalogue;

import org.jspecify.annotations.NullMarked;
