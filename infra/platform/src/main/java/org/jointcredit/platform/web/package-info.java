/// How requests are read and refused: bodies, pages, versions, and problem documents in the caller's language.
@NullMarked
package org.jointcredit.platform.web;

import org.jspecify.annotations.NullMarked;
