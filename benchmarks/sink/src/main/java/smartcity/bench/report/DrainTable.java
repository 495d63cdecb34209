package smartcity.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import smartcity.bench.drain.DrainMeasurement;
import smartcity.local.lake.TextTable;

/// The medians of a run as a table: one line per contender.
public final class DrainTable {
    private static final double MEBI = 1 << 20;

    private static final List<TableColumn> FIGURES = List.of(
            TableColumn.figure("rows/s", "%,.0f", DrainMeasurement::rowsPerSecond),
            TableColumn.figure("from 1st record", "%,.0f", DrainMeasurement::rowsPerSecondFromFirst),
            TableColumn.figure("rows/CPU-s", "%,.0f", DrainMeasurement::rowsPerCpuSecond),
            TableColumn.figure("peak RSS MiB", "%,.0f", measurement -> measurement.peakBytes() / MEBI),
            TableColumn.figure("1st object s", "%.1f", DrainMeasurement::firstObjectSeconds),
            TableColumn.figure("files", "%,.0f", measurement -> files(measurement)),
            TableColumn.figure("MiB", "%,.1f", measurement -> mebibytes(measurement)),
            TableColumn.figure("B/row", "%.1f", DrainMeasurement::bytesPerRow));

    private static final List<TableColumn> RATIOS = List.of(
            TableColumn.ratio("sink is x rows/s", DrainMeasurement::rowsPerSecond),
            TableColumn.ratio("x rows/CPU-s", DrainMeasurement::rowsPerCpuSecond));

    private final DrainResults results;
    private final List<TableColumn> columns;

    /// Ratios are shown only where there is something to compare.
    public DrainTable(DrainResults results) {
        this.results = results;
        this.columns = new ArrayList<>(FIGURES);
        if (results.contenders().size() > 1) {
            columns.addAll(RATIOS);
        }
    }

    /// One drain in one line, as progress.
    public static String line(DrainMeasurement measurement) {
        return String.format(
                Locale.ROOT,
                "round %d  %-12s %,9.0f rows/s  %,9.0f rows/CPU-s  %5.1f s  %4d MiB",
                measurement.round(),
                measurement.contender(),
                measurement.rowsPerSecond(),
                measurement.rowsPerCpuSecond(),
                measurement.seconds(),
                measurement.peakBytes() >> 20);
    }

    /// For a terminal.
    public List<String> text() {
        List<Boolean> right = new ArrayList<>(List.of(false));
        columns.forEach(_ -> right.add(true));
        return TextTable.lines(heading(), right, rows());
    }

    /// For a Markdown page.
    public List<String> markdown() {
        List<String> lines = new ArrayList<>();
        lines.add("| " + String.join(" | ", heading()) + " |");
        lines.add("|---|" + "--:|".repeat(columns.size()));
        rows().forEach(row -> lines.add("| " + String.join(" | ", row) + " |"));
        return lines;
    }

    private List<String> heading() {
        List<String> heading = new ArrayList<>(List.of("contender"));
        columns.forEach(column -> heading.add(column.title()));
        return heading;
    }

    private List<List<String>> rows() {
        return results.contenders().stream().map(this::row).toList();
    }

    private List<String> row(String contender) {
        List<String> row = new ArrayList<>(List.of(contender));
        for (TableColumn column : columns) {
            OptionalDouble value = column.value().of(results, contender);
            row.add(value.isEmpty() ? "-" : String.format(Locale.ROOT, column.format(), value.getAsDouble()));
        }
        return row;
    }

    private static @Nullable Double files(DrainMeasurement measurement) {
        return measurement.bytesPerRow() == null
                ? null
                : (double) measurement.landed().files();
    }

    private static @Nullable Double mebibytes(DrainMeasurement measurement) {
        return measurement.bytesPerRow() == null ? null : measurement.landed().bytes() / MEBI;
    }

    /// The value of a column for a contender; empty when there is none.
    private interface Value {
        OptionalDouble of(DrainResults results, String contender);
    }

    private record TableColumn(String title, String format, Value value) {
        static TableColumn figure(String title, String format, Function<DrainMeasurement, @Nullable Double> figure) {
            return new TableColumn(title, format, (results, contender) -> results.median(contender, figure));
        }

        static TableColumn ratio(String title, Function<DrainMeasurement, Double> figure) {
            return new TableColumn(title, "%.2f", (results, contender) -> results.sinkTimes(contender, figure));
        }
    }
}
