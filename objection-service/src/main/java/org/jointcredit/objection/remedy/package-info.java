/** 救济: what all remedies share: their terms, their numbers, what may be handed in as evidence. */
@NullMarked
package org.jointcredit.objection.remedy;

import org.jspecify.annotations.NullMarked;
