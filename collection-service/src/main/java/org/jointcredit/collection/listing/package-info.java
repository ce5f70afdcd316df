/** 名单: red lists and lists of severe dishonesty, what they rest on, and who stands on them (C6). */
@NullMarked
package org.jointcredit.collection.listing;

import org.jspecify.annotations.NullMarked;
