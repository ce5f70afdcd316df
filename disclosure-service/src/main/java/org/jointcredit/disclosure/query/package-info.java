/** 查询: what organs of the state ask, for a purpose within their powers, one by one and in batches (D3, A19, X2). */
@NullMarked
package org.jointcredit.disclosure.query;

import org.jspecify.annotations.NullMarked;
