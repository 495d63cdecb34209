package smartcity.sink.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.sink.file.RowFile;
import smartcity.sink.file.TestOrigins;
import smartcity.sink.row.Row;
import smartcity.sink.schema.Column;
import smartcity.sink.schema.ColumnType;
import smartcity.sink.schema.EventTime;
import smartcity.sink.schema.RecordSchema;

class BloomFilterTest {
    private static final int ROWS = 25_000;
    private static final Column NAMES = Column.nested(
            "names",
            ColumnType.LIST,
            true,
            false,
            2,
            List.of(Column.scalar("element", ColumnType.TEXT, true, false, 0)));
    private static final RecordSchema SCHEMA = new RecordSchema(
            "urn:test",
            List.of(
                    Column.scalar("number", ColumnType.INT64, false, true, 0),
                    Column.scalar("device", ColumnType.TEXT, true, false, 1),
                    NAMES,
                    Column.scalar("flag", ColumnType.BOOLEAN, false, true, 3),
                    Column.scalar("speed", ColumnType.DOUBLE, true, false, 4)),
            EventTime.OF_KAFKA);

    @TempDir
    private Path folder;

    private Path written(RecordSchema schema) throws IOException {
        Row row = new Row(schema.slots());
        try (ParquetFiles files = new ParquetFiles()) {
            RowFile file = files.rows(schema, TestOrigins.of(new TopicPartition("t", 0)), 0);
            for (int i = 0; i < ROWS; i++) {
                row.reset(new byte[0]);
                if (i % 2 == 0) {
                    row.putLong(0, 1_000_003L * i);
                }
                byte[] device = ("device-" + i).getBytes(StandardCharsets.UTF_8);
                row.putCopy(1, device, 0, device.length);
                int frame = row.newFrame(1);
                row.putCopy(frame, device, 7, device.length - 7);
                row.putList(2, frame, 1);
                row.putLong(4, Double.doubleToRawLongBits(i / 7.0));
                file.write(row, i, -1);
            }
            return Files.write(
                    folder.resolve("f.parquet"), file.finish(ROWS).stream().readAllBytes());
        }
    }

    private static List<String> rows(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }

    @Test
    void duckDbSkipsARowGroupByTheFilterUnlessItHasTheValue() throws Exception {
        Path file = written(SCHEMA.withBloomFilters(List.of("number", "device", "names.element", "speed")));

        List<String> withFilter = rows(
                "select path_in_schema from parquet_metadata('" + file + "') where bloom_filter_length > 0 order by 1");
        List<String> there = new ArrayList<>();
        for (int i = 0; i < ROWS; i += 2500) {
            there.addAll(rows("select bloom_filter_excludes from parquet_bloom_probe('" + file + "', 'device', 'device-"
                    + i + "')"));
            there.addAll(rows("select bloom_filter_excludes from parquet_bloom_probe('" + file + "', 'number', "
                    + 1_000_003L * i + ")"));
            there.addAll(rows("select bloom_filter_excludes from parquet_bloom_probe('" + file + "', 'speed', "
                    + i / 7.0 + "::double)"));
        }
        List<String> absent = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            absent.addAll(rows("select bloom_filter_excludes from parquet_bloom_probe('" + file + "', 'device', 'none-"
                    + i + "')"));
        }

        assertThat(withFilter).containsExactly("device", "names, list, element", "number", "speed");
        assertThat(there).hasSize(30).containsOnly("false");
        assertThat(absent).hasSize(30).filteredOn("true"::equals).hasSizeGreaterThan(26);
    }

    @Test
    void writesNoFilterByDefault() throws Exception {
        Path file = written(SCHEMA);

        assertThat(rows("select path_in_schema from parquet_metadata('" + file + "') where bloom_filter_length > 0"))
                .isEmpty();
    }

    @Test
    void refusesAFilterForAColumnWithoutValues() {
        assertThatThrownBy(() -> SCHEMA.withBloomFilters(List.of("number", "names")))
                .hasMessage("bloom-filters must name columns of values other than true and false,"
                        + " of [number, device, names.element, speed], but was names");
        assertThatThrownBy(() -> SCHEMA.withBloomFilters(List.of("flag"))).hasMessageEndingWith("but was flag");
    }
}
