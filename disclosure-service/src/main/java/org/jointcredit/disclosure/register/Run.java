package org.jointcredit.disclosure.register;

/**
 * The rebuild that goes on while something is written; what is written belongs to it.
 *
 * @param number higher than that of every rebuild before; 0: there is none
 * @param anew what is written was read from its owner's snapshot, so what stands here from before the rebuild counts for
 *     nothing
 */
record Run(long number, boolean anew) {}
