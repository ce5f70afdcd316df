/** 入口: the one address of the REST side. It knows who calls and where to, never what is said. */
@NullMarked
package org.jointcredit.gateway;

import org.jspecify.annotations.NullMarked;
