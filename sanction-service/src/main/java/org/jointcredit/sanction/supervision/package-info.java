/**
 * 督导: what the office sees of all notices (V1). Every write of notices leaves what it changes in the figures in a
 * ledger, in the same transaction; a fold brings the ledger into cells, so that no question ever counts notices.
 */
@NullMarked
package org.jointcredit.sanction.supervision;

import org.jspecify.annotations.NullMarked;
