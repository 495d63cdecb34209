package smartcity.local.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import smartcity.local.infra.TopicProgress;
import smartcity.local.lake.NewestObject;
import smartcity.local.lake.TextTable;

/// Produced and landed records, one line per topic, as wide as the terminal. It keeps the numbers of the call before to
/// compute the rate.
final class LiveTable {
    private static final List<String> COLUMNS =
            List.of("topic", "produced/s", "produced", "landed", "remaining", "last object");
    private static final List<Boolean> RIGHT = List.of(false, true, true, true, true, false);
    private static final int OBJECT = 5;

    /// What a terminal shows, the widest first: narrower ones leave out what matters least.
    private static final List<List<Integer>> SHOWN = List.of(
            List.of(0, 1, 2, 3, 4, OBJECT),
            List.of(0, 1, 2, 3, 4),
            List.of(0, 2, 3, 4),
            List.of(0, 3, 4),
            List.of(0, 4));

    private final Path lake;
    private final IntSupplier width;
    private final Map<String, Long> producedBefore = new HashMap<>();
    private Duration calledBefore = Duration.ZERO;

    /// @param width of the terminal [columns]
    LiveTable(Path lake, IntSupplier width) {
        this.lake = lake;
        this.width = width;
    }

    /// @param now time since any fixed instant, later than at the call before
    List<String> lines(List<TopicProgress> progress, Duration now) {
        List<List<String>> rows = new ArrayList<>();
        for (TopicProgress topic : progress) {
            rows.add(List.of(
                    topic.topic(),
                    rate(topic, now),
                    count(topic.produced()),
                    count(topic.landed()),
                    count(topic.remaining()),
                    NewestObject.in(lake.resolve(topic.topic()))
                            .map(Path::toString)
                            .orElse("-")));
        }
        progress.forEach(topic -> producedBefore.put(topic.topic(), topic.produced()));
        calledBefore = now;
        return fitting(rows);
    }

    /// An object is shown with its folders, else by its name, else not at all.
    private List<String> fitting(List<List<String>> rows) {
        int columns = width.getAsInt();
        List<String> lines = table(rows, SHOWN.getFirst());
        if (!fits(lines, columns) || lines.stream().anyMatch(line -> line.endsWith("…"))) {
            lines = table(rows.stream().map(LiveTable::withObjectsName).toList(), SHOWN.getFirst());
        }
        for (int shown = 1; shown < SHOWN.size() && !fits(lines, columns); shown++) {
            lines = table(rows, SHOWN.get(shown));
        }
        return lines;
    }

    private static List<String> table(List<List<String>> rows, List<Integer> shown) {
        return TextTable.lines(
                shown.stream().map(COLUMNS::get).toList(),
                shown.stream().map(RIGHT::get).toList(),
                rows.stream().map(row -> shown.stream().map(row::get).toList()).toList());
    }

    private static boolean fits(List<String> lines, int columns) {
        return lines.stream().allMatch(line -> line.length() <= columns);
    }

    private static List<String> withObjectsName(List<String> row) {
        List<String> cells = new ArrayList<>(row);
        cells.set(OBJECT, row.get(OBJECT).substring(row.get(OBJECT).lastIndexOf('/') + 1));
        return cells;
    }

    private String rate(TopicProgress topic, Duration now) {
        Long before = producedBefore.get(topic.topic());
        if (before == null) {
            return "-";
        }
        double seconds = now.minus(calledBefore).toNanos() / 1e9;
        return String.format(Locale.ROOT, "%,.1f", (topic.produced() - before) / seconds);
    }

    static String count(long records) {
        return String.format(Locale.ROOT, "%,d", records);
    }
}
