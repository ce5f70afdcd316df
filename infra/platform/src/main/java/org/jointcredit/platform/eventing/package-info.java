/**
 * Facts on their way: every aggregate keeps a journal of its steps, a relay sends what the journal says must be
 * sent, and consumers apply what others sent. At least once everywhere, effect once.
 */
@NullMarked
package org.jointcredit.platform.eventing;

import org.jspecify.annotations.NullMarked;
