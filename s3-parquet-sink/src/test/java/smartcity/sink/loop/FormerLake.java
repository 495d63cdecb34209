package smartcity.sink.loop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import smartcity.sink.store.NewObject;
import smartcity.sink.store.ObjectContent;

/// What a former version of the sink left in a bucket and in Kafka: see `README.md` beside it.
///
/// @param number of the version
record FormerLake(int number) {
    /// Kafka's timestamp of the first record [ms].
    static final long FIRST_TIMESTAMP = 1_795_428_000_000L;

    private static final Path ALL = Path.of("src", "test", "resources", "former-lakes");
    private static final Pattern OBJECT = Pattern.compile("(\\S+) records=(\\d+) \\{(.*)}");

    /// The topic's schema, the same in each version.
    static String schema() throws IOException {
        return Files.readString(ALL.resolve("schema.json"));
    }

    /// The values of the records, from offset 0 on.
    static List<String> records() throws IOException {
        return Files.readAllLines(ALL.resolve("records.txt"));
    }

    Path folder() {
        return ALL.resolve("version-" + number);
    }

    /// The metadata of the commit by which the cut that starts at the offset was made durable.
    String cutFrom(long start) throws IOException {
        String beginning = start + "{\"cut\"";
        return Files.readAllLines(folder().resolve("commits.txt")).stream()
                .filter(commit -> commit.startsWith(beginning))
                .map(commit -> commit.substring(commit.indexOf('{')))
                .findFirst()
                .orElseThrow();
    }

    /// The objects, each with the metadata that was stored with it.
    List<NewObject> objects() throws IOException {
        List<NewObject> objects = new ArrayList<>();
        for (String line : Files.readAllLines(folder().resolve("objects.txt"))) {
            Matcher object = OBJECT.matcher(line);
            if (!object.matches()) {
                throw new IllegalArgumentException("Expected key, records and labels, got: " + line);
            }
            Map<String, String> labels = new HashMap<>();
            for (String label : object.group(3).split(", ", -1)) {
                int value = label.indexOf('=');
                if (value > 0) {
                    labels.put(label.substring(0, value), label.substring(value + 1));
                }
            }
            String key = object.group(1);
            ObjectContent content = ObjectContent.of(Files.readAllBytes(folder().resolve(key)));
            objects.add(new NewObject(key, Long.parseLong(object.group(2)), labels, content));
        }
        return objects;
    }
}
