/** 批量报送: files and lists of records; each row is judged as if it had come alone, and gets its answer (C2, C5). */
@NullMarked
package org.jointcredit.collection.batch;

import org.jspecify.annotations.NullMarked;
