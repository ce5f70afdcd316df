/// How organisations and persons are identified (C4): reading, checking and masking of codes, numbers and names.
@NullMarked
package org.jointcredit.contract.identity;

import org.jspecify.annotations.NullMarked;
