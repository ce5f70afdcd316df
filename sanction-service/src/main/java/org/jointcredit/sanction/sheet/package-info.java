/** Lists and figures as workbooks, for those who go on with them in a spreadsheet. */
@NullMarked
package org.jointcredit.sanction.sheet;

import org.jspecify.annotations.NullMarked;
