/** What this service has to know of listings: who is on which list, who stands behind it, and what it rests on. */
@NullMarked
package org.jointcredit.objection.listing;

import org.jspecify.annotations.NullMarked;
