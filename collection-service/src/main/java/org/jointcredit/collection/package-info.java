/** 归集: what departments decide and report is checked, kept with its journal, and published as facts. */
@NullMarked
package org.jointcredit.collection;

import org.jspecify.annotations.NullMarked;
