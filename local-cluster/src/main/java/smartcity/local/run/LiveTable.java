package smartcity.local.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import smartcity.local.infra.TopicProgress;
import smartcity.local.lake.NewestObject;
import smartcity.local.lake.TextTable;

/// Produced and landed records, one line per topic. It keeps the numbers of the call before to compute the rate.
final class LiveTable {
    private static final List<String> COLUMNS =
            List.of("topic", "produced/s", "produced", "landed", "remaining", "last object");
    private static final List<Boolean> RIGHT = List.of(false, true, true, true, true, false);

    private final Path lake;
    private final Map<String, Long> producedBefore = new HashMap<>();
    private Duration calledBefore = Duration.ZERO;

    LiveTable(Path lake) {
        this.lake = lake;
    }

    /// @param now time since any fixed instant, later than at the call before
    List<String> lines(List<TopicProgress> progress, Duration now) {
        List<List<String>> rows = new ArrayList<>();
        for (TopicProgress topic : progress) {
            String object = NewestObject.in(lake.resolve(topic.topic()))
                    .map(Path::toString)
                    .orElse("-");
            rows.add(List.of(
                    topic.topic(),
                    rate(topic, now),
                    count(topic.produced()),
                    count(topic.landed()),
                    count(topic.remaining()),
                    object));
        }
        progress.forEach(topic -> producedBefore.put(topic.topic(), topic.produced()));
        calledBefore = now;
        return TextTable.lines(COLUMNS, RIGHT, rows);
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
