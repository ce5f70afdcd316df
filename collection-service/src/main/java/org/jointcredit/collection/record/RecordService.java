package org.jointcredit.collection.record;

import java.util.List;
import org.jointcredit.collection.submission.Sender;
import org.jointcredit.platform.eventing.Cause;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What departments do with their records, over REST, Kafka and in files alike (C2). */
@Component
public final class RecordService {

    /**
     * Something sent by a department.
     *
     * @param body as of interfaces: {@code {number, item, subject, decidedOn, procedure?, behaviourEndedOn?, validUntil?,
     *     fields}}
     * @param fromFile a row of a file: a field that is no member of {@code fields} is one that the layout does not
     *     have, and no rule on it holds; an empty cell is a member with an empty text. There are no {@code ownEarnings},
     *     and the day of the decision stands in for the end of the behaviour
     * @param batch id of the batch it came with
     */
    public record Submission(
            ObjectNode body,
            Sender sender,
            Cause cause,
            boolean fromFile,
            @Nullable String batch) {}

    /**
     * New records, each judged by itself; the answers come in their order. Some hundred at a time are judged with one
     * look for the subjects, one for the records, and one write.
     */
    public List<RecordAnswer> submit(List<Submission> submissions) {
        throw new UnsupportedOperationException("being built on branch records: " + submissions.size());
    }
}
