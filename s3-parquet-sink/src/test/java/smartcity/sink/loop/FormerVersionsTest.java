package smartcity.sink.loop;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smartcity.sink.loop.LoopFixture.Member;
import smartcity.sink.store.NewObject;

/// What former versions have landed stays readable, and this version continues it.
class FormerVersionsTest {
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /// Of the second cut, whose objects are also of other hours, and a dead letter.
    private static final String STORED_LAST = "hour=12";

    private static final List<Long> EACH_ONCE = List.of(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);

    private final LoopFixture fixture = new LoopFixture();

    @BeforeEach
    void produce() throws IOException {
        fixture.schema = FormerLake.schema();
        fixture.kafka.firstTimestamp(FormerLake.FIRST_TIMESTAMP);
        FormerLake.records().forEach(fixture.kafka::produce);
    }

    private void store(List<NewObject> objects) {
        objects.forEach(fixture.bucket::putIfAbsent);
    }

    /// The values of a row of `records.txt`, as readers show them.
    private static String row(int number, int hour) {
        String time = String.format(Locale.ROOT, "2026-11-23T%02d:00:00.00000%dZ", hour, number);
        String id = "00000000-0000-4000-8000-00000000000" + number;
        return number == 1
                ? "1 " + time + " " + id + " null null null null null"
                : number + " " + time + " " + id + " n" + number + " " + number + ".5 " + number * 10 + " 51." + number
                        + " a,b" + number;
    }

    private static List<String> rows() {
        return List.of(row(0, 10), row(1, 10), row(2, 11), row(4, 10), row(5, 11), row(6, 12), row(8, 11));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void duckDbReadsThem(int version) throws IOException, SQLException {
        String files = "'" + new FormerLake(version).folder().toAbsolutePath() + "/data/%s/**/*.parquet'";
        String query =
                "SELECT concat_ws(' ', kafka_offset, strftime(make_timestamp(epoch_us(timestamp)), '%Y-%m-%dT%H:%M:%S.%fZ'),"
                        + " id, coalesce(name, 'null'), coalesce(CAST(level AS VARCHAR), 'null'),"
                        + " coalesce(CAST(count AS VARCHAR), 'null'), coalesce(CAST(place.latitude AS VARCHAR), 'null'),"
                        + " coalesce(array_to_string(tags, ','), 'null')) FROM ";
        List<String> rows = queried(query + files.formatted("things") + " ORDER BY kafka_offset");
        List<String> letters = queried("SELECT kafka_offset || ' ' || decode(value) FROM "
                + files.formatted("dead_letters") + " ORDER BY kafka_offset");

        assertThat(rows).isEqualTo(rows());
        assertThat(letters).containsExactly("3 no JSON at all", "7 {\"timestamp\":");
    }

    private static List<String> queried(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void hardwoodReadsThem(int version) throws IOException {
        Map<Long, String> rows = new TreeMap<>();
        for (NewObject object : new FormerLake(version).objects()) {
            ByteBuffer content = ByteBuffer.wrap(object.content().stream().readAllBytes());
            try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(content));
                    RowReader found = reader.rowReader()) {
                while (!object.key().contains("dead_letters") && found.hasNext()) {
                    found.next();
                    rows.put(found.getLong("kafka_offset"), text(found));
                }
            }
        }

        assertThat(rows.values()).containsExactlyElementsOf(rows());
    }

    private static String text(RowReader row) {
        return row.getLong("kafka_offset") + " " + MICROS.format(row.getTimestamp("timestamp")) + " "
                + row.getValue("id") + " "
                + row.getValue("name") + " " + row.getValue("level") + " " + row.getValue("count") + " "
                + (row.isNull("place") ? "null" : row.getStruct("place").getValue("latitude")) + " "
                + (row.isNull("tags")
                        ? "null"
                        : row.getList("tags").values().stream()
                                .map(Objects::toString)
                                .collect(joining(",")));
    }

    /// The former version was killed when it had stored all objects of a cut but one.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aReplayCompletesTheirCut(int version) throws IOException {
        FormerLake former = new FormerLake(version);
        store(former.objects().stream()
                .filter(object -> !object.key().contains(STORED_LAST))
                .toList());
        fixture.kafka.committed(5, former.cutFrom(5));

        fixture.member().turns(4);

        assertThat(fixture.blocked()).isEmpty();
        assertThat(fixture.landedOffsets()).isEqualTo(EACH_ONCE);
        assertThat(fixture.bucket.objects().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        former.objects().stream().map(NewObject::key).toList());
        assertThat(fixture.kafka.commits()).endsWith(LoopFixture.landed(9));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aTopicContinuesBehindWhatTheyLanded(int version) throws IOException {
        store(new FormerLake(version).objects());
        fixture.kafka.committed(9, "");
        fixture.kafka.produce(FormerLake.records().getFirst());

        landHeld(fixture.member());

        assertThat(fixture.blocked()).isEmpty();
        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aTopicContinuesByTheNamesOfTheirObjectsWithoutOffsetsOfTheGroup(int version) throws IOException {
        store(new FormerLake(version).objects());
        fixture.kafka.produce(FormerLake.records().getFirst());

        landHeld(fixture.member());

        assertThat(fixture.blocked()).isEmpty();
        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    }

    private void landHeld(Member member) {
        member.turns(4);
        fixture.age();
        member.turns(3);
    }
}
