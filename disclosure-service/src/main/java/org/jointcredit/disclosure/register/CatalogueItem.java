package org.jointcredit.disclosure.register;

/**
 * What is told of an item of the catalogue beside a record.
 *
 * @param basis law on which its collection rests
 */
public record CatalogueItem(String name, String nameEn, String basis) {}
