package org.jointcredit.sanction.supervision;

import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jointcredit.platform.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The newest pages of the feed, read once for all who listen to this instance; older ones are read from the store. */
@Component
final class Feed {

    private static final int LINES_REMEMBERED = 5_000;
    private static final int PAGES_AT_ONCE = 10;
    private static final int TRY_AGAIN_AFTER = 5;

    private final FigureStore store;
    private final ConcurrentNavigableMap<Long, FigureStore.Page> pages = new ConcurrentSkipListMap<>();
    private int remembered;
    private volatile boolean begun;

    Feed(FigureStore store) {
        this.store = store;
    }

    /**
     * How far somebody has read.
     *
     * @param line number of the last line seen of that fold's page, from 0
     */
    record Position(long fold, int line) {

        static final Position BEGINNING = new Position(0, 0);
        private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,9})");

        /** @throws Problem 400 if it is none */
        static Position of(String text) {
            Matcher matcher = TEXT.matcher(text);
            if (!matcher.matches()) {
                throw Problem.badParameter("Last-Event-ID");
            }
            return new Position(Long.parseLong(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        }

        static Position endOf(FigureStore.Page page) {
            return new Position(page.fold(), page.lines().size() - 1);
        }

        boolean isBefore(long otherFold, int otherLine) {
            return fold < otherFold || (fold == otherFold && line < otherLine);
        }

        @Override
        public String toString() {
            return fold + "." + line;
        }
    }

    /** By one thread. */
    void renew() {
        if (pages.isEmpty()) {
            FigureStore.Page newest = store.newestPage();
            if (newest != null) {
                remember(newest);
            }
            begun = true;
            return;
        }
        List<FigureStore.Page> newer;
        do {
            newer = store.pagesFrom(pages.lastKey() + 1, PAGES_AT_ONCE);
            newer.forEach(this::remember);
        } while (newer.size() == PAGES_AT_ONCE);
    }

    private void remember(FigureStore.Page page) {
        pages.put(page.fold(), page);
        remembered += page.lines().size();
        while (remembered > LINES_REMEMBERED && pages.size() > 1) {
            var oldest = pages.pollFirstEntry();
            remembered -= oldest == null ? 0 : oldest.getValue().lines().size();
        }
    }

    /** @throws Problem 400 if nobody was ever told of it, 503 until the newest has been looked for */
    Position position(String text) {
        Position position = Position.of(text);
        // another instance may have told of a fold that was not read here yet
        if (position.fold() > newest().fold() && position.fold() > store.lastFold()) {
            throw Problem.badParameter("Last-Event-ID");
        }
        return position;
    }

    /** @throws Problem 503 until it has been looked for */
    Position newest() {
        if (!begun) {
            throw Problem.unavailable(TRY_AGAIN_AFTER);
        }
        var last = pages.lastEntry();
        return last == null ? Position.BEGINNING : Position.endOf(last.getValue());
    }

    /** Pages that may hold lines after a position, oldest first. */
    List<FigureStore.Page> after(Position position) {
        @Nullable Long oldest = pages.isEmpty() ? null : pages.firstKey();
        if (oldest == null) {
            return List.of();
        }
        return position.fold() >= oldest
                ? List.copyOf(pages.tailMap(position.fold()).values())
                : store.pagesFrom(position.fold(), PAGES_AT_ONCE);
    }
}
