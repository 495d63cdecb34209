package smartcity.local.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A table for a terminal: columns aligned, numbers to the right, long cells cut.
public final class TextTable {
    /// Longest cell shown [characters]; chosen, not measured.
    static final int CELL = 60;

    private TextTable() {}

    /// The lines of the table: heading, rule, rows. Trailing blanks are left out.
    ///
    /// @param right per column, whether it is aligned to the right
    public static List<String> lines(List<String> columns, List<Boolean> right, List<List<String>> rows) {
        int[] widths = columns.stream().mapToInt(String::length).toArray();
        List<List<String>> cut = rows.stream().map(TextTable::cut).toList();
        for (List<String> row : cut) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(columns, right, widths));
        lines.add(String.join("  ", IntStream.of(widths).mapToObj("-"::repeat).toList()));
        cut.forEach(row -> lines.add(line(row, right, widths)));
        return lines;
    }

    private static List<String> cut(List<String> row) {
        return row.stream()
                .map(cell -> cell.replaceAll("\\p{Cntrl}", " "))
                .map(cell -> cell.length() <= CELL ? cell : cell.substring(0, CELL - 1) + "…")
                .toList();
    }

    private static String line(List<String> cells, List<Boolean> right, int[] widths) {
        List<String> padded = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            String blanks = " ".repeat(widths[i] - cells.get(i).length());
            padded.add(right.get(i) ? blanks + cells.get(i) : cells.get(i) + blanks);
        }
        return String.join("  ", padded).stripTrailing();
    }
}
