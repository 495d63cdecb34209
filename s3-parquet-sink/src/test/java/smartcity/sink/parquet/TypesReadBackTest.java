package smartcity.sink.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smartcity.sink.file.FileForm;
import smartcity.sink.file.FileFormat;
import smartcity.sink.file.FileSettings;
import smartcity.sink.file.RowFile;
import smartcity.sink.file.TestOrigins;
import smartcity.sink.json.JsonFormat;
import smartcity.sink.json.UnknownFields;
import smartcity.sink.jsonschema.JsonSchemaReader;
import smartcity.sink.row.ConversionResult;
import smartcity.sink.row.Row;
import smartcity.sink.row.RowConverter;
import smartcity.sink.schema.EventTimeSource;
import smartcity.sink.schema.RecordSchema;

/// Types beyond the usual ones, read back by two readers that share no code with the writer.
class TypesReadBackTest {
    private static final String PROPERTIES = """
            "day": {"type": "string", "format": "date"},
            "clock": {"type": ["string", "null"], "format": "time"},
            "cents": {"type": "string", "format": "decimal", "x-precision": 9, "x-scale": 2},
            "money": {"type": "number", "format": "decimal", "x-precision": 18, "x-scale": 4},
            "exact": {"type": "number", "format": "decimal", "x-precision": 38, "x-scale": 10},
            "count": {"type": "integer", "minimum": 0, "maximum": 18446744073709551615},
            "free": {"type": "object"},
            "limits": {"type": "object", "additionalProperties": {"type": ["number", "null"]}},
            "grids": {"type": "object", "additionalProperties": {"type": "array", "items":
              {"type": "array", "items": {"type": "object", "properties": {"day": {"type": "string", "format": "date"},
                "tags": {"type": "object", "additionalProperties": {"type": "string"}}}}}}},
            "prices": {"type": "array", "items": {"type": ["number", "null"], "format": "decimal",
              "x-precision": 20, "x-scale": 2}}""";
    private static final String FULL = """
            {"day":"2026-11-23","clock":"10:15:30.123456+02:00","cents":"-1234567.89","money":99999999999999.9999,
             "exact":-9999999999999999999999999999.9999999999,"count":18446744073709551615,"free":{"a":[1]},
             "limits":{"b":1.5,"a":null},
             "grids":{"x":[[{"day":"1969-12-31","tags":{"k":"v","l":""}},{}],[]],"y":[]},
             "prices":[1.1,null,-123456789012345678.9],"new":1}""";
    private static final String SPARE = """
            {"day":"0001-01-01","clock":null,"cents":"0.01","exact":1e-10,"count":0,"limits":{},"prices":[]}""";

    @TempDir
    private Path folder;

    private static RecordSchema members(String properties) {
        String json = "{\"type\": \"object\", \"properties\": {" + properties + "}}";
        return JsonSchemaReader.read(
                "test",
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                new EventTimeSource.KafkaTimestamp());
    }

    private Path written(String name, String properties, String... records) throws IOException {
        return written(FileForm.COMPATIBLE, name, properties, records);
    }

    private Path written(FileForm form, String name, String properties, String... records) throws IOException {
        JsonFormat format = new JsonFormat(members(properties), UnknownFields.KEEP);
        Row row = new Row(format.schema().slots());
        RowConverter converter = format.converter(row);
        try (FileFormat all = new ParquetFiles()) {
            FileFormat files = all.with(FileSettings.USUAL.in(form));
            RowFile file = files.rows(format.schema(), TestOrigins.of(new TopicPartition("t", 0)), 0);
            for (int i = 0; i < records.length; i++) {
                ConversionResult verdict =
                        converter.convert(ByteBuffer.wrap(records[i].getBytes(StandardCharsets.UTF_8)));
                assertThat(verdict).as(records[i]).isEqualTo(ConversionResult.ACCEPTED);
                file.write(row, i, -1);
            }
            return Files.write(
                    folder.resolve(name), file.finish(records.length).stream().readAllBytes());
        }
    }

    private static List<String> rows(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(String.join("|", row));
            }
            return rows;
        }
    }

    @ParameterizedTest
    @EnumSource
    void duckDbReadsTheTypes(FileForm form) throws Exception {
        Path file = written(form, "a.parquet", PROPERTIES, FULL);

        List<String> types = rows("select column_name, column_type from (describe from '" + file + "')");

        assertThat(types)
                .containsExactly(
                        "day|DATE",
                        form == FileForm.COMPACT ? "clock|TIME WITH TIME ZONE" : "clock|VARCHAR",
                        "cents|DECIMAL(9,2)",
                        "money|DECIMAL(18,4)",
                        "exact|DECIMAL(38,10)",
                        "count|DECIMAL(20,0)",
                        "free|JSON",
                        "limits|MAP(VARCHAR, DOUBLE)",
                        "grids|MAP(VARCHAR, STRUCT(\"day\" DATE, tags MAP(VARCHAR, VARCHAR))[][])",
                        "prices|DECIMAL(20,2)[]",
                        "_extra|JSON",
                        "kafka_partition|INTEGER",
                        "kafka_offset|BIGINT",
                        "kafka_timestamp|TIMESTAMP WITH TIME ZONE");
    }

    @ParameterizedTest
    @EnumSource
    void duckDbReadsEveryValueBack(FileForm form) throws Exception {
        Path file = written(form, "a.parquet", PROPERTIES, FULL, SPARE);

        List<String> values = rows("select day, clock::varchar, cents, money, exact, count, free, limits::varchar,"
                + " grids::varchar, prices::varchar, _extra->>'new' from '" + file + "'");

        assertThat(values)
                .containsExactly(
                        "2026-11-23|08:15:30.123456" + (form == FileForm.COMPACT ? "+00" : "")
                                + "|-1234567.89|99999999999999.9999"
                                + "|-9999999999999999999999999999.9999999999|18446744073709551615|{\"a\":[1]}"
                                + "|{b=1.5, a=NULL}"
                                + "|{x=[[{'day': 1969-12-31, 'tags': {k=v, l=''}}, {'day': NULL, 'tags': NULL}], []], y=[]}"
                                + "|[1.10, NULL, -123456789012345678.90]|1",
                        "0001-01-01|null|0.01|null|1E-10|0|null|{}|null|[]|null");
    }

    private static final String UNTYPED = """
            "any": true, "union": {"type": ["string", "number"]}, "list": {"type": "array"},
            "mixed": {"type": "array", "items": {"type": ["string", "integer", "null"]}},
            "byKey": {"type": "object", "additionalProperties": {"type": ["object", "boolean"]}},
            "deep": {"type": "object", "properties": {"x": {}}}""";

    @Test
    void duckDbReadsJsonOfAnyValueAnywhere() throws Exception {
        Path file = written(
                "a.parquet",
                UNTYPED,
                "{\"any\": [1, {\"a\": 2.75}], \"union\": \"t\", \"list\": [], \"mixed\": [\"a\", 1, null],"
                        + " \"byKey\": {\"k\": true}, \"deep\": {\"x\": {\"y\": \"z\"}}}",
                "{\"any\": 2.5, \"union\": 1e400, \"deep\": {\"x\": null}}");

        List<String> types = rows("select column_name, column_type from (describe from '" + file + "') limit 6");
        List<String> values =
                rows("select \"any\", \"any\"->>'$[1].a', \"union\", list, mixed::varchar, byKey['k'], deep.x->>'y'"
                        + " from '" + file + "'");

        assertThat(types)
                .containsExactly(
                        "any|JSON",
                        "union|JSON",
                        "list|JSON",
                        "mixed|JSON[]",
                        "byKey|MAP(VARCHAR, JSON)",
                        "deep|STRUCT(x JSON)");
        assertThat(values)
                .containsExactly(
                        "[1, {\"a\": 2.75}]|2.75|\"t\"|[]|[\"a\", 1, NULL]|true|z",
                        "2.5|null|1e400|null|null|null|null");
    }

    @Test
    void hardwoodReadsJsonOfAnyValueAnywhere() throws Exception {
        Path file =
                written("a.parquet", UNTYPED, "{\"any\": {\"a\": 1}, \"mixed\": [\"a\", null], \"deep\": {\"x\": 7}}");

        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(file));
                RowReader found = reader.rowReader()) {
            found.next();
            assertThat(found.getString("any")).isEqualTo("{\"a\": 1}");
            assertThat(found.isNull("union")).isTrue();
            assertThat(found.getStruct("deep").getString("x")).isEqualTo("7");
            assertThat(found.getList("mixed").size()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void duckDbFindsDecimalsByTheirStatistics(FileForm form) throws Exception {
        Path file = written(form, "a.parquet", PROPERTIES, FULL, SPARE);

        List<String> found = rows("select count(*) filter (count > 18446744073709551614), count(*) filter (exact < 0),"
                + " count(*) filter (day < date '1000-01-01') from '" + file + "'");
        List<String> bounds = rows("select path_in_schema, stats_min_value, stats_max_value from parquet_metadata('"
                + file + "') where path_in_schema in ('count', 'exact', 'day', 'cents')");

        assertThat(found).containsExactly("1|1|1");
        assertThat(bounds)
                .containsExactly(
                        "day|0001-01-01|2026-11-23",
                        "cents|-1234567.89|0.01",
                        "exact|-9999999999999999999999999999.9999999999|0.0000000001",
                        "count|0|18446744073709551615");
    }

    @ParameterizedTest
    @EnumSource
    void hardwoodReadsEveryValueBack(FileForm form) throws Exception {
        Path file = written(form, "a.parquet", PROPERTIES, FULL, SPARE);

        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(file));
                RowReader found = reader.rowReader()) {
            found.next();
            assertThat(found.getDate("day")).isEqualTo(LocalDate.of(2026, 11, 23));
            assertThat(form == FileForm.COMPACT ? found.getTime("clock").toString() : found.getString("clock"))
                    .isEqualTo("08:15:30.123456");
            assertThat(found.getDecimal("cents")).isEqualTo(new BigDecimal("-1234567.89"));
            assertThat(found.getDecimal("money")).isEqualTo(new BigDecimal("99999999999999.9999"));
            assertThat(found.getDecimal("exact")).isEqualTo(new BigDecimal("-9999999999999999999999999999.9999999999"));
            assertThat(found.getDecimal("count")).isEqualTo(new BigDecimal("18446744073709551615"));
            assertThat(found.getString("free")).isEqualTo("{\"a\":[1]}");
            assertThat(found.getString("_extra")).isEqualTo("{\"new\":1}");
            assertThat(found.getMap("limits").getEntries())
                    .extracting(entry -> entry.getStringKey() + "=" + entry.getValue())
                    .containsExactly("b=1.5", "a=null");
            found.next();
            assertThat(found.getDate("day")).isEqualTo(LocalDate.of(1, 1, 1));
            assertThat(found.isNull("clock")).isTrue();
            assertThat(found.getDecimal("exact")).isEqualTo(new BigDecimal("1E-10"));
            assertThat(found.getMap("limits").size()).isZero();
            assertThat(found.isNull("grids")).isTrue();
            assertThat(found.hasNext()).isFalse();
        }
    }

    @Test
    void filesFromBeforeAndAfterANewPropertyAreReadTogether() throws Exception {
        String before =
                "\"a\": {\"type\": \"integer\"}, \"s\": {\"type\": \"object\", \"properties\": {\"x\": {\"type\": \"number\"}}}";
        String after = "\"new\": {\"type\": \"string\"}, \"s\": {\"type\": \"object\", \"properties\": "
                + "{\"x\": {\"type\": \"number\"}, \"y\": {\"type\": \"number\"}}}, \"a\": {\"type\": \"integer\"}";
        written("1.parquet", before, "{\"a\":1,\"s\":{\"x\":0.5}}");
        written("2.parquet", after, "{\"a\":2,\"new\":\"n\",\"s\":{\"x\":1.5,\"y\":2.5}}");

        List<String> rows = rows("select a, new, s.x, s.y, kafka_offset from read_parquet('" + folder
                + "/*.parquet', union_by_name = true) order by a");

        assertThat(rows).containsExactly("1|null|0.5|null|0", "2|n|1.5|2.5|0");
    }
}
