/** 公共信用信息: what departments know of a subject, judged, kept with its history, and told to the others (C2–C5). */
@NullMarked
package org.jointcredit.collection.record;

import org.jspecify.annotations.NullMarked;
