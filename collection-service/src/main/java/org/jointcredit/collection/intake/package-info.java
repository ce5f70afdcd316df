/** What departments submit over Kafka, and the receipts they get (C2, C6). */
@NullMarked
package org.jointcredit.collection.intake;

import org.jspecify.annotations.NullMarked;
