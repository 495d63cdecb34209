package smartcity.sink.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smartcity.sink.file.DeadLetter;
import smartcity.sink.file.FileForm;
import smartcity.sink.file.FileFormat;
import smartcity.sink.file.FileSettings;
import smartcity.sink.file.OpenFile;
import smartcity.sink.file.RowFile;
import smartcity.sink.file.TestOrigins;
import smartcity.sink.json.JsonFormat;
import smartcity.sink.json.UnknownFields;
import smartcity.sink.jsonschema.JsonSchemaReader;
import smartcity.sink.row.ConversionResult;
import smartcity.sink.row.Row;
import smartcity.sink.row.RowConverter;
import smartcity.sink.schema.RecordSchema;
import smartcity.sink.store.ObjectContent;

/// Files are read back by two readers that share no code with the writer.
class ParquetFilesTest {
    private static final TopicPartition PARTITION = new TopicPartition("things", 3);
    private static final String SCHEMA = """
            {"$id": "urn:test:things:1", "type": "object",
             "properties": {
               "id": {"type": "string", "format": "uuid"},
               "timestamp": {"type": "string", "format": "date-time"},
               "kind": {"type": "string", "enum": ["Car", "Van"]},
               "year": {"type": "integer", "minimum": 1900, "maximum": 2100},
               "total": {"type": "integer"},
               "speed": {"type": "number"},
               "moving": {"type": "boolean"},
               "picture": {"type": "string", "contentEncoding": "base64"},
               "place": {"type": "object", "properties": {"x": {"type": "number"}, "y": {"type": "number"}},
                         "required": ["x", "y"]},
               "owner": {"type": ["string", "null"]},
               "lanes": {"type": "array", "items": {"type": "object", "properties": {
                   "no": {"type": "integer", "minimum": 0, "maximum": 9},
                   "speeds": {"type": "array", "items": {"type": ["number", "null"]}}}, "required": ["no"]}}},
             "required": ["id", "timestamp", "kind", "year", "total", "speed", "moving", "picture", "place"]}""";
    private static final String FULL = """
            {"id":"123e4567-e89b-12d3-a456-426614174000","timestamp":"2026-11-23T10:15:30.123456Z","kind":"Van",
             "year":1999,"total":9000000000,"speed":-0.1,"moving":true,"picture":"AP8B","place":{"x":51.5,"y":-0.12},
             "owner":"Zoë","lanes":[{"no":1,"speeds":[1.5,null]},{"no":2},{"no":3,"speeds":[]}]}""";
    private static final String SPARE = """
            {"id":"ffffffff-ffff-ffff-ffff-ffffffffffff","timestamp":"1969-12-31T23:59:59.999999Z","kind":"Car",
             "year":2026,"total":-1,"speed":1e300,"moving":false,"picture":"","place":{"x":0,"y":0},"owner":null}""";

    private final RecordSchema schema =
            JsonSchemaReader.read("test", new ByteArrayInputStream(SCHEMA.getBytes(StandardCharsets.UTF_8)));
    private final Row row = new Row(schema.slots());
    private final RowConverter rows = new JsonFormat(schema, UnknownFields.IGNORE).converter(row);

    @TempDir
    private Path folder;

    private ByteBuffer written(FileForm form) throws IOException {
        try (FileFormat all = new ParquetFiles()) {
            FileFormat files = all.with(FileSettings.USUAL.in(form));
            RowFile file = files.rows(schema, TestOrigins.of(PARTITION), 40);
            append(file, FULL, 41, 1_795_428_931_000L);
            append(file, SPARE, 43, -1);
            return bytes(file.finish(49));
        }
    }

    private static ByteBuffer bytes(ObjectContent content) throws IOException {
        return ByteBuffer.wrap(content.stream().readAllBytes());
    }

    private void append(RowFile file, String json, long offset, long timestamp) {
        ConversionResult verdict = rows.convert(ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)));
        assertThat(verdict).isEqualTo(ConversionResult.ACCEPTED);
        file.write(row, offset, timestamp);
    }

    @ParameterizedTest
    @EnumSource
    void hardwoodReadsEveryValueBack(FileForm form) throws IOException {
        ByteBuffer content = written(form);

        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(content.slice()));
                RowReader found = reader.rowReader()) {
            found.next();
            assertThat(form == FileForm.COMPACT ? found.getUuid("id").toString() : found.getString("id"))
                    .isEqualTo("123e4567-e89b-12d3-a456-426614174000");
            assertThat(found.getTimestamp("timestamp")).isEqualTo(Instant.parse("2026-11-23T10:15:30.123456Z"));
            assertThat(found.getString("kind")).isEqualTo("Van");
            assertThat(found.getInt("year")).isEqualTo(1999);
            assertThat(found.getLong("total")).isEqualTo(9_000_000_000L);
            assertThat(found.getDouble("speed")).isEqualTo(-0.1);
            assertThat(found.getBoolean("moving")).isTrue();
            assertThat(HexFormat.of().formatHex(found.getBinary("picture"))).isEqualTo("00ff01");
            assertThat(found.getStruct("place").getDouble("y")).isEqualTo(-0.12);
            assertThat(found.getString("owner")).isEqualTo("Zoë");
            assertThat(found.getList("lanes")
                            .structs()
                            .getFirst()
                            .getList("speeds")
                            .size())
                    .isEqualTo(2);
            assertThat(found.getInt("kafka_partition")).isEqualTo(3);
            assertThat(found.getLong("kafka_offset")).isEqualTo(41);
            assertThat(found.getTimestamp("kafka_timestamp")).isEqualTo(Instant.parse("2026-11-23T10:15:31Z"));
            found.next();
            assertThat(found.getTimestamp("timestamp")).isEqualTo(Instant.parse("1969-12-31T23:59:59.999999Z"));
            assertThat(found.isNull("owner")).isTrue();
            assertThat(found.isNull("lanes")).isTrue();
            assertThat(found.isNull("kafka_timestamp")).isTrue();
            assertThat(found.hasNext()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theFooterNamesPartitionOffsetsAndSchema(FileForm form) throws IOException {
        ByteBuffer content = written(form);

        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(content.slice()))) {
            assertThat(reader.getFileMetaData().keyValueMetadata())
                    .containsEntry("smartcity.topic", "things")
                    .containsEntry("smartcity.partition", "3")
                    .containsEntry("smartcity.offset.first", "40")
                    .containsEntry("smartcity.offset.last", "49")
                    .containsEntry("smartcity.schema", "urn:test:things:1")
                    .containsEntry("smartcity.files", form.text())
                    .containsEntry("smartcity.writer", "smartcity-sink/3");
            assertThat(reader.getFileMetaData().rowGroups().getFirst().columns())
                    .filteredOn(column ->
                            !column.metaData().pathInSchema().toString().contains("picture"))
                    .allSatisfy(column -> assertThat(column.metaData().statistics())
                            .as("statistics")
                            .isNotNull())
                    .allSatisfy(column -> assertThat(column.columnIndexOffset())
                            .as("page index")
                            .isNotNull());
        }
    }

    @ParameterizedTest
    @EnumSource
    void duckDbReadsTheTypesOfTheSchema(FileForm form) throws IOException, SQLException {
        Path file = stored(written(form));

        List<String> types = strings("select column_name || ' ' || column_type from (describe from '" + file + "')");

        assertThat(types)
                .containsExactly(
                        form == FileForm.COMPACT ? "id UUID" : "id VARCHAR",
                        "timestamp TIMESTAMP WITH TIME ZONE",
                        "kind VARCHAR",
                        "year INTEGER",
                        "total BIGINT",
                        "speed DOUBLE",
                        "moving BOOLEAN",
                        "picture BLOB",
                        "place STRUCT(x DOUBLE, y DOUBLE)",
                        "owner VARCHAR",
                        "lanes STRUCT(\"no\" INTEGER, speeds DOUBLE[])[]",
                        "kafka_partition INTEGER",
                        "kafka_offset BIGINT",
                        "kafka_timestamp TIMESTAMP WITH TIME ZONE");
    }

    @ParameterizedTest
    @EnumSource
    void duckDbReadsEveryValueBack(FileForm form) throws IOException, SQLException {
        Path file = stored(written(form));

        List<String> values =
                strings("select concat_ws('|', id, epoch_us(\"timestamp\"), kind, year, total, speed, moving,"
                        + " hex(picture), place, owner, lanes, kafka_offset) from '" + file + "'");

        assertThat(values)
                .containsExactly(
                        "123e4567-e89b-12d3-a456-426614174000|1795428930123456|Van|1999|9000000000|-0.1|true|00FF01|"
                                + "{'x': 51.5, 'y': -0.12}|Zoë|[{'no': 1, 'speeds': [1.5, NULL]}, "
                                + "{'no': 2, 'speeds': NULL}, {'no': 3, 'speeds': []}]|41",
                        "ffffffff-ffff-ffff-ffff-ffffffffffff|-1|Car|2026|-1|1e+300|false||{'x': 0.0, 'y': 0.0}|43");
    }

    /// The root, and the repeated group of a list, are no columns.
    @ParameterizedTest
    @EnumSource
    void everyColumnHasAFieldId(FileForm form) throws IOException, SQLException {
        Path file = stored(written(form));

        List<String> ids = strings("select name || ' ' || coalesce(field_id::varchar, '-') from parquet_schema('" + file
                + "') where name not in ('timestamp', 'kind', 'year', 'total', 'speed', 'moving', 'picture')");

        assertThat(ids)
                .containsExactly(
                        "record -",
                        "id 1",
                        "place 9",
                        "x 15",
                        "y 16",
                        "owner 10",
                        "lanes 11",
                        "list -",
                        "element 17",
                        "no 18",
                        "speeds 19",
                        "list -",
                        "element 20",
                        "kafka_partition 12",
                        "kafka_offset 13",
                        "kafka_timestamp 14");
    }

    @ParameterizedTest
    @EnumSource
    void writesTheSameBytesForTheSameRows(FileForm form) throws IOException {
        ByteBuffer first = written(form);

        ByteBuffer second = written(form);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void keepsADeadLetterWhole() throws IOException, SQLException {
        ByteBuffer content;
        try (ParquetFiles files = new ParquetFiles()) {
            OpenFile<DeadLetter> file = files.deadLetters(TestOrigins.of(PARTITION), 7);
            ByteBuffer broken = ByteBuffer.wrap(new byte[] {'{', (byte) 0xff});
            file.write(new DeadLetter("things", 3, 7, 1000, ByteBuffer.wrap(new byte[] {'k'}), broken, "no JSON", 0));
            file.write(new DeadLetter("things", 3, 8, -1, null, null, "null", 0));
            content = bytes(file.finish(8));
        }

        List<String> values =
                strings("select kafka_topic || kafka_partition || kafka_offset || coalesce(epoch_ms(kafka_timestamp),"
                        + " -1) || coalesce(hex(key), '-') || coalesce(hex(value), '-') || reason from '"
                        + stored(content) + "'");

        assertThat(values).containsExactly("things3710006B7BFFno JSON", "things38-1--null");
    }

    private Path stored(ByteBuffer content) throws IOException {
        byte[] bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        return Files.write(folder.resolve("file.parquet"), bytes);
    }

    private static List<String> strings(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> strings = new ArrayList<>();
            while (result.next()) {
                strings.add(result.getString(1));
            }
            return strings;
        }
    }
}
