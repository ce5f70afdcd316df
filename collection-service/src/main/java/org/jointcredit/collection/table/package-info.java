/** Tables that people send, CSV and XLSX alike: told by their content, read row by row, and written (C2). */
@NullMarked
package org.jointcredit.collection.table;

import org.jspecify.annotations.NullMarked;
