package org.jointcredit.collection.table;

import java.nio.CharBuffer;

/** Follows the text of a CSV file and knows in which row and column it is. */
final class CsvPlace {
    private enum State {
        FIELD_BEGINS,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    private State state = State.FIELD_BEGINS;
    private int row = 1;
    private int column = 1;
    private int quoteBegan;
    private boolean afterCarriageReturn;

    int row() {
        return row;
    }

    int column() {
        return column;
    }

    /** Row of a quotation that is still open; 0: there is none. */
    int openQuote() {
        return state == State.QUOTED ? quoteBegan : 0;
    }

    /** @return false, standing there, where a character stands that no text has: NUL, or one lost in an earlier conversion */
    boolean follow(CharBuffer text) {
        while (text.hasRemaining()) {
            char c = text.get();
            if (c == 0 || c == '\uFFFD') {
                return false;
            }
            follow(c);
        }
        return true;
    }

    private void follow(char c) {
        boolean lineFeedOfPair = afterCarriageReturn && c == '\n';
        afterCarriageReturn = false;
        if (lineFeedOfPair) {
            return;
        }
        if (state == State.QUOTED) {
            state = c == '"' ? State.QUOTE_IN_QUOTED : State.QUOTED;
        } else if (c == '"' && state == State.QUOTE_IN_QUOTED) {
            state = State.QUOTED;
        } else if (c == '"' && state == State.FIELD_BEGINS) {
            state = State.QUOTED;
            quoteBegan = row;
        } else if (c == ',') {
            column++;
            state = State.FIELD_BEGINS;
        } else if (c == '\n' || c == '\r') {
            row++;
            column = 1;
            state = State.FIELD_BEGINS;
            afterCarriageReturn = c == '\r';
        } else if (c != '\uFEFF' || row > 1 || column > 1) {
            state = State.PLAIN;
        }
    }
}
