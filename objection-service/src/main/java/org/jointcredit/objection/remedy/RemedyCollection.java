package org.jointcredit.objection.remedy;

/** A collection whose journals say something on {@code remedy}; declared as a bean, so that a snapshot holds it too. */
public record RemedyCollection(String name) {}
