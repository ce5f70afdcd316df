/** 信息主体: who records and listings are about; the only place that keeps ID numbers (C4, X4). */
@NullMarked
package org.jointcredit.collection.subject;

import org.jspecify.annotations.NullMarked;
