package org.jointcredit.collection.submission;

/**
 * Who submits something, as token or topic say; never the body.
 *
 * @param department code of the department
 * @param name of the officer or of the department's system
 * @param system whether a department's own system sends it, which names both officers of a decision itself
 */
public record Sender(String department, String name, boolean system) {}
