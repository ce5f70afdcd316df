/** 查询日志: who looked at what is not public, when and why; written before the answer leaves (D4, A20, A27). */
@NullMarked
package org.jointcredit.disclosure.accesslog;

import org.jspecify.annotations.NullMarked;
