package org.jointcredit.collection.table;

import java.util.List;

/**
 * One row of a table.
 *
 * @param place in the file, from 1; rows without content have one too
 * @param cells from the first column on; of a workbook up to the last one that is not empty
 * @param hidden whether the spreadsheet hides it
 */
public record Line(int place, List<Cell> cells, boolean hidden) {
    public Line {
        cells = List.copyOf(cells);
    }

    public boolean isBlank() {
        return cells.stream().allMatch(Cell::isBlank);
    }

    /** Empty where the row ends before. */
    public Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }
}
