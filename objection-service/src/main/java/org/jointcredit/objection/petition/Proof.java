package org.jointcredit.objection.petition;

/** A document that the subject names for its petition. */
record Proof(String name, String sha256) {}
