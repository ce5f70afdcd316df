/// Who asks, and whether they may: decided before anything of a request is read.
@NullMarked
package org.jointcredit.platform.security;

import org.jspecify.annotations.NullMarked;
