package org.jointcredit.sanction.deadline;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jointcredit.sanction.action.Notice;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Works through notices batch by batch. Who collides with a report or with another instance takes smaller steps, so
 * that it gets on whatever the others do. Nothing is remembered but in the notices: a crash loses nothing.
 */
final class Batches {

    private static final int LARGEST = 500;

    private int size = LARGEST;

    /**
     * @param find that many of those that are left
     * @param write so that they are found no more
     */
    void untilDone(IntFunction<List<Notice>> find, Consumer<List<Notice>> write) {
        boolean more = true;
        while (more) {
            List<Notice> found = find.apply(size);
            more = found.size() == size;
            try {
                write.accept(found);
                size = Math.min(LARGEST, 2 * size);
            } catch (OptimisticLockingFailureException e) {
                size = Math.max(1, size / 2);
            }
        }
    }
}
