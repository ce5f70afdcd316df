/** What this service has to know of records: whose they are and whether they are still there. */
@NullMarked
package org.jointcredit.objection.record;

import org.jspecify.annotations.NullMarked;
