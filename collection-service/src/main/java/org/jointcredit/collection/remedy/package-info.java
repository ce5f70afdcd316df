/** 救济: what the decisions of objection-service make of records and listings (O5, O6, O9, D8). */
@NullMarked
package org.jointcredit.collection.remedy;

import org.jspecify.annotations.NullMarked;
