package org.jointcredit.platform.eventing;

import java.util.List;

/**
 * What is to be sent of one aggregate, under a lease that keeps other relays away.
 *
 * @param id the aggregate
 * @param lease the token that the cursor may be moved with
 * @param sent the cursor before
 * @param entries what follows the cursor, in order
 */
public record Dispatch(String id, String lease, long sent, List<JournalEntry> entries) {}
