/** What this service has to know of joint actions: their holds and notices, and what the agencies reported. */
@NullMarked
package org.jointcredit.objection.notice;

import org.jspecify.annotations.NullMarked;
