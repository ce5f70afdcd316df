package org.jointcredit.objection.objection;

import java.time.Instant;

/**
 * A file that a party handed in.
 *
 * @param objection id of its case
 * @param mediaType as its content says
 * @param size bytes
 * @param by user name or client of who handed it in
 */
record KeptFile(String id, String objection, String mediaType, long size, String sha256, String by, Instant at) {}
