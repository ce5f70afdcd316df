/** How the services speak with MongoDB: durability, transactions, declared indexes. */
@NullMarked
package org.jointcredit.platform.mongo;

import org.jspecify.annotations.NullMarked;
