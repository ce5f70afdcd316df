package org.jointcredit.objection.objection;

import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence that a party names.
 *
 * @param sha256 hash of its bytes
 * @param file id of the file kept here; absent where others keep it
 */
record Piece(String name, String sha256, @Nullable String file) {}
