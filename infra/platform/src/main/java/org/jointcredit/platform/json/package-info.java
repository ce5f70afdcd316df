/// JSON as outsiders send it, read strictly.
@NullMarked
package org.jointcredit.platform.json;

import org.jspecify.annotations.NullMarked;
