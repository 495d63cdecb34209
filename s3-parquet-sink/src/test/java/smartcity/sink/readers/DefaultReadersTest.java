package smartcity.sink.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smartcity.sink.file.CompressionCodec;
import smartcity.sink.file.FileForm;
import smartcity.sink.file.FileFormat;
import smartcity.sink.file.FileSettings;
import smartcity.sink.file.RowFile;
import smartcity.sink.file.TestOrigins;
import smartcity.sink.json.JsonFormat;
import smartcity.sink.json.UnknownFields;
import smartcity.sink.jsonschema.JsonSchemaReader;
import smartcity.sink.parquet.ParquetFiles;
import smartcity.sink.row.ConversionResult;
import smartcity.sink.row.Row;
import smartcity.sink.row.RowConverter;
import smartcity.sink.schema.EventTimeSource;
import smartcity.sink.schema.RecordSchema;

/// Files of each form, read by programs that know nothing of them, with the defaults of each. DuckDB and Hardwood are
/// in the tests of the writer.
@Tag("long")
class DefaultReadersTest {
    /// More than one page.
    private static final int ROWS = 25_000;

    @TempDir
    private static Path folder;

    private static Optional<Path> jdk = Optional.empty();

    @BeforeAll
    static void writeAndBuild() throws Exception {
        write("compatible.parquet", new FileSettings(FileForm.COMPATIBLE, CompressionCodec.USUAL));
        write("snappy.parquet", new FileSettings(FileForm.COMPATIBLE, new CompressionCodec.Snappy()));
        write("compact.parquet", new FileSettings(FileForm.COMPACT, CompressionCodec.USUAL));
        jdk = ReaderProgram.jdk17();
        assertThat(jdk.isPresent() || !"true".equals(System.getenv("CI")))
                .as("continuous integration needs a JDK 17 for the readers")
                .isTrue();
        if (jdk.isPresent()) {
            ReaderProgram.build();
        }
    }

    private static void write(String name, FileSettings settings) throws IOException {
        RecordSchema schema = JsonSchemaReader.read(
                "test",
                new ByteArrayInputStream(SampleRow.SCHEMA.getBytes(StandardCharsets.UTF_8)),
                new EventTimeSource.KafkaTimestamp());
        Row row = new Row(schema.slots());
        RowConverter converter = new JsonFormat(schema, UnknownFields.IGNORE).converter(row);
        try (FileFormat files = new ParquetFiles()) {
            RowFile file = files.with(settings).rows(schema, TestOrigins.of(new TopicPartition("t", 3)), 0);
            for (int number = 0; number < ROWS; number++) {
                SampleRow sample = new SampleRow(number);
                ByteBuffer json = ByteBuffer.wrap(sample.json().getBytes(StandardCharsets.UTF_8));
                assertThat(converter.convert(json)).as("row %s", number).isEqualTo(ConversionResult.ACCEPTED);
                file.write(row, number, sample.timestampMillis());
            }
            Files.write(folder.resolve(name), file.finish(ROWS - 1).stream().readAllBytes());
        }
    }

    private static ReaderProgram.Output read(String module, String main, String file) throws Exception {
        assumeThat(jdk).as("a JDK 17").isPresent();
        return ReaderProgram.java(jdk.orElseThrow(), module, main).read(folder.resolve(file));
    }

    private static List<String> everyRow() {
        return IntStream.range(0, ROWS)
                .mapToObj(number -> new SampleRow(number).text())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"spark-3.3", "spark-3.5", "spark-4.0", "spark-4.1"})
    void sparkReadsCompatibleFilesByItsDefaults(String version) throws Exception {
        ReaderProgram.Output output = read(version, "SparkReader", "compatible.parquet");

        assertThat(output.rows()).as(output.toString()).isEqualTo(everyRow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"spark-3.3", "spark-3.5", "spark-4.0", "spark-4.1"})
    void sparkRefusesCompactFiles(String version) throws Exception {
        ReaderProgram.Output output = read(version, "SparkReader", "compact.parquet");

        assertThat(output.rows()).isEmpty();
        assertThat(output.toString()).contains("FIXED_LEN_BYTE_ARRAY (UUID)");
    }

    /// The library has Zstandard only with Hadoop's native one.
    @Test
    void parquetOfHive3ReadsCompatibleFilesInSnappy() throws Exception {
        ReaderProgram.Output output = read("parquet-1.10", "OldParquetReader", "snappy.parquet");

        assertThat(output.rows()).as(output.toString()).isEqualTo(everyRow());
    }

    @Test
    void parquetOfHive3RefusesCompactFiles() throws Exception {
        ReaderProgram.Output output = read("parquet-1.10", "OldParquetReader", "compact.parquet");

        assertThat(output.rows()).isEmpty();
        assertThat(output.toString()).contains("Required field 'encoding' was not present");
    }

    @Test
    void icebergFindsEveryColumnByItsFieldId() throws Exception {
        ReaderProgram.Output output = read("iceberg", "IcebergReader", "compatible.parquet");

        assertThat(output.rows()).as(output.toString()).isEqualTo(everyRow());
        assertThat(output.after("IDS ")).singleElement().asString().startsWith("1:id 2:at 3:word ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"compatible.parquet", "snappy.parquet"})
    void javaScriptReadsCompatibleFiles(String file) throws Exception {
        ReaderProgram.Output output = ReaderProgram.javascript().read(folder.resolve(file));

        assertThat(output.rows())
                .as(output.toString())
                .isEqualTo(IntStream.range(0, ROWS)
                        .mapToObj(number -> new SampleRow(number).textInJavaScript())
                        .toList());
    }
}
