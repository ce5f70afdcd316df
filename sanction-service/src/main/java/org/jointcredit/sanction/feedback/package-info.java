/**
 * 执行反馈: what agencies report of their notices, over REST and Kafka alike. Any report is taken in any state and kept
 * as the fact it is (S3).
 */
@NullMarked
package org.jointcredit.sanction.feedback;

import org.jspecify.annotations.NullMarked;
