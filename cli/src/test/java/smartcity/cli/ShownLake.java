package smartcity.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The tiles and the table of the lake, as texts: those of the page, or those that follow from the sink's
/// status.
///
/// @param tiles by the name of the element
/// @param rows by topic: landed, held, not read, objects, dead letters, and the cells of its partitions in
///     words
record ShownLake(Map<String, String> tiles, Map<String, String> rows) {
    /// What the page shows.
    static ShownLake of(CityPage city) {
        JsonNode shown = city.read("""
                (() => {
                  const tiles = Object.fromEntries(['landed', 'waiting', 'dead', 'objects', 'memory'].map((name) => [name, document.getElementById(`lake-${name}`).textContent]));
                  const cellOf = (cell) => [cell.title.replace(/ held since .*?,/, ' held,').replace(/ for .*/, ''), cell.firstChild.style.width !== '0%', cell.lastChild.style.height !== '0%', cell.classList.contains('pending')].join(' ');
                  const rows = [...document.querySelectorAll('#topics tbody tr')].map((row) => [row.cells[0].textContent, [2, 3, 4, 5, 10].map((at) => row.cells[at].textContent).join(' ') + ' ' + [...row.querySelectorAll('.cell')].map(cellOf).join('; ')]);
                  return { tiles, rows: Object.fromEntries(rows) };
                })()""");
        return new ShownLake(texts(shown.path("tiles")), texts(shown.path("rows")));
    }

    private static Map<String, String> texts(JsonNode json) {
        Map<String, String> texts = new TreeMap<>();
        json.properties()
                .forEach(text -> texts.put(text.getKey(), text.getValue().asText()));
        return texts;
    }

    /// What the page has to show of a status of `GET /sink/status`.
    static ShownLake ofStatus(JsonNode status) {
        long[] sums = new long[4];
        Map<String, String> rows = new TreeMap<>();
        status.path("topics").properties().forEach(entry -> {
            JsonNode topic = entry.getValue();
            sums[0] += topic.path("landed").asLong();
            sums[1] += topic.path("remaining").asLong();
            sums[2] += topic.path("deadLetters").asLong();
            sums[3] += topic.path("objects").asLong();
            rows.put(entry.getKey(), row(topic));
        });
        long share = Math.round(100.0
                * status.path("heldBytes").asLong()
                / status.path("memoryBytes").asLong());
        return new ShownLake(
                new TreeMap<>(Map.of(
                        "landed", number(sums[0]),
                        "waiting", number(sums[1]),
                        "dead", number(sums[2]),
                        "objects", number(sums[3]),
                        "memory", share + " %")),
                rows);
    }

    private static String row(JsonNode topic) {
        long[] figures = {
            topic.path("landed").asLong(),
            topic.path("held").asLong(),
            topic.path("remaining").asLong() - topic.path("held").asLong(),
            topic.path("objects").asLong(),
            topic.path("deadLetters").asLong()
        };
        StringBuilder row = new StringBuilder();
        for (long figure : figures) {
            row.append(number(figure)).append(' ');
        }
        String parting = "";
        for (JsonNode partition : topic.path("partitions")) {
            long held = partition.path("heldRecords").asLong();
            boolean pending = !partition.path("pendingSince").isNull();
            row.append(parting)
                    .append("partition %d: %s held, %s not read%s %s %s %s"
                            .formatted(
                                    partition.path("partition").asInt(),
                                    number(held),
                                    number(partition.path("unreadRecords").asLong()),
                                    pending ? ", a cut is landing" : "",
                                    held > 0,
                                    held > 0,
                                    pending));
            parting = "; ";
        }
        return row.toString();
    }

    private static String number(long value) {
        return String.format(Locale.UK, "%,d", value);
    }

    /// The age of the oldest record that is not in S3, by the page [s]; only below 90 s, where the page
    /// shows seconds.
    static long oldestSeconds(CityPage city) {
        return Long.parseLong(city.page()
                .locator("#lake-oldest")
                .textContent()
                .replace('\u00a0', ' ')
                .replaceFirst(" s$", ""));
    }

    /// The same by a status.
    static long oldestSeconds(JsonNode status) {
        Instant oldest = Instant.now();
        for (String since : status.path("topics").findValuesAsText("unlandedSince")) {
            Instant one = since.equals("null") ? oldest : Instant.parse(since);
            oldest = one.isBefore(oldest) ? one : oldest;
        }
        return Duration.between(oldest, Instant.now()).toSeconds();
    }
}
