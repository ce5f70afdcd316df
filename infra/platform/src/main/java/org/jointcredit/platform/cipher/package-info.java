/** Encryption of fields and keyed hashes (X4): the only place that touches cryptographic primitives. */
@NullMarked
package org.jointcredit.platform.cipher;

import org.jspecify.annotations.NullMarked;
