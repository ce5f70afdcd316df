/** What everything that departments hand in has in common: who sends it, whose it is, why it is refused. */
@NullMarked
package org.jointcredit.collection.submission;

import org.jspecify.annotations.NullMarked;
