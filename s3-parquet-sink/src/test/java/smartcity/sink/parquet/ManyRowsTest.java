package smartcity.sink.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.ColumnMetaData;
import dev.hardwood.metadata.CompressionCodec;
import dev.hardwood.metadata.Encoding;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
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
import smartcity.sink.schema.RecordSchema;

/// Files of more than one page, in which the values of columns change their nature.
class ManyRowsTest {
    private static final String SCHEMA = """
            {"$id": "urn:test:many:1", "type": "object", "required": ["timestamp", "id", "n", "fewWords", "manyWords",
               "wordsUntilLater", "fewNumbers", "manyNumbers", "numbersUntilLater", "raw"],
             "properties": {
               "timestamp": {"type": "string", "format": "date-time"},
               "id": {"type": "string", "format": "uuid"},
               "n": {"type": "integer"},
               "fewWords": {"type": "string"}, "manyWords": {"type": "string"}, "wordsUntilLater": {"type": "string"},
               "fewNumbers": {"type": "number"}, "manyNumbers": {"type": "number"},
               "numbersUntilLater": {"type": "number"},
               "raw": {"type": "string", "contentEncoding": "base64"},
               "sometimes": {"type": "boolean"},
               "never": {"type": "string"},
               "place": {"type": "object", "properties": {"x": {"type": "integer"},
                   "tags": {"type": "array", "items": {"type": "string"}}}}}}""";

    /// Two whole pages and a part of one.
    private static final int ROWS = 41_000;

    /// From this row on no value repeats: within the second page.
    private static final int LATER = 25_000;

    private final RecordSchema schema =
            JsonSchemaReader.read("test", new ByteArrayInputStream(SCHEMA.getBytes(StandardCharsets.UTF_8)));
    private final Row row = new Row(schema.slots());
    private final RowConverter rows = new JsonFormat(schema, UnknownFields.IGNORE).converter(row);

    /// The content of a row, computed from its number.
    private record Expected(int n) {
        private Random random() {
            return new Random(n * 7919L);
        }

        UUID id() {
            Random random = random();
            return new UUID(random.nextLong(), random.nextLong());
        }

        long number() {
            return n % 3 == 0 ? Long.MIN_VALUE + n : random().nextLong();
        }

        String word(int different) {
            return "word-" + random().nextInt(different);
        }

        double fraction(int different) {
            return random().nextInt(different) / 100.0 - 7;
        }

        String wordsUntilLater() {
            return n < LATER ? word(10) : "x".repeat(n % 190) + n;
        }

        double numbersUntilLater() {
            return n < LATER ? fraction(10) : n * 1e-3;
        }

        byte[] raw() {
            byte[] bytes = new byte[n % 211];
            random().nextBytes(bytes);
            return bytes;
        }

        List<String> tags() {
            List<String> tags = new ArrayList<>();
            for (int i = 0; i < n % 4; i++) {
                tags.add("tag" + (n + i) % 50);
            }
            return tags;
        }

        String json() {
            StringBuilder json = new StringBuilder("{\"timestamp\":\"2026-11-23T10:15:30Z\",\"id\":\"" + id()
                    + "\",\"n\":" + number() + ",\"fewWords\":\"" + word(10) + "\",\"manyWords\":\"" + word(1 << 30)
                    + "\",\"wordsUntilLater\":\"" + wordsUntilLater() + "\",\"fewNumbers\":" + fraction(1000)
                    + ",\"manyNumbers\":" + fraction(1 << 30) + ",\"numbersUntilLater\":" + numbersUntilLater()
                    + ",\"raw\":\"" + Base64.getEncoder().encodeToString(raw()) + "\"");
            if (n % 5 == 0) {
                json.append(",\"sometimes\":").append(n % 2 == 0);
            }
            if (n % 2 == 0) {
                json.append(",\"place\":{\"x\":").append(n).append(n % 4 == 0 ? "" : ",\"tags\":[");
                json.append(n % 4 == 0 ? "" : "\"" + String.join("\",\"", tags()) + "\"]")
                        .append("}");
            }
            return json.append("}").toString();
        }
    }

    private ByteBuffer written(int count, FileForm form) throws IOException {
        try (FileFormat all = new ParquetFiles()) {
            FileFormat files = all.with(FileSettings.USUAL.in(form));
            RowFile file = files.rows(schema, TestOrigins.of(new TopicPartition("many", 0)), 0);
            for (int n = 0; n < count; n++) {
                byte[] json = new Expected(n).json().getBytes(StandardCharsets.UTF_8);
                assertThat(rows.convert(ByteBuffer.wrap(json))).as("row %s", n).isEqualTo(ConversionResult.ACCEPTED);
                file.write(row, n, -1);
            }
            assertThat(file.heldBytes()).isPositive();
            return ByteBuffer.wrap(file.finish(count - 1).stream().readAllBytes());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyValueIsReadBack(FileForm form) throws IOException {
        ByteBuffer content = written(ROWS, form);

        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(content));
                RowReader found = reader.rowReader()) {
            for (int n = 0; n < ROWS; n++) {
                Expected expected = new Expected(n);
                assertThat(found.hasNext()).as("row %s", n).isTrue();
                found.next();
                assertThat(found.getLong("kafka_offset")).as("row %s", n).isEqualTo(n);
                assertThat(form == FileForm.COMPACT ? found.getUuid("id").toString() : found.getString("id"))
                        .as("row %s", n)
                        .isEqualTo(expected.id().toString());
                assertThat(found.getLong("n")).as("row %s", n).isEqualTo(expected.number());
                assertThat(found.getString("fewWords")).as("row %s", n).isEqualTo(expected.word(10));
                assertThat(found.getString("manyWords")).as("row %s", n).isEqualTo(expected.word(1 << 30));
                assertThat(found.getString("wordsUntilLater")).as("row %s", n).isEqualTo(expected.wordsUntilLater());
                assertThat(found.getDouble("fewNumbers")).as("row %s", n).isEqualTo(expected.fraction(1000));
                assertThat(found.getDouble("manyNumbers")).as("row %s", n).isEqualTo(expected.fraction(1 << 30));
                assertThat(found.getDouble("numbersUntilLater"))
                        .as("row %s", n)
                        .isEqualTo(expected.numbersUntilLater());
                assertThat(found.getBinary("raw")).as("row %s", n).isEqualTo(expected.raw());
                assertThat(found.isNull("never")).as("row %s", n).isTrue();
                assertThat(found.isNull("sometimes")).as("row %s", n).isEqualTo(n % 5 != 0);
                if (n % 5 == 0) {
                    assertThat(found.getBoolean("sometimes")).as("row %s", n).isEqualTo(n % 2 == 0);
                }
                placeIsRight(found, expected);
            }
            assertThat(found.hasNext()).isFalse();
        }
    }

    private static void placeIsRight(RowReader found, Expected expected) {
        int n = expected.n();
        assertThat(found.isNull("place")).isEqualTo(n % 2 != 0);
        if (n % 2 == 0) {
            assertThat(found.getStruct("place").getLong("x")).isEqualTo(n);
            assertThat(found.getStruct("place").isNull("tags")).isEqualTo(n % 4 == 0);
        }
        if (n % 4 == 2) {
            List<String> tags = new ArrayList<>();
            found.getStruct("place").getList("tags").strings().forEach(tags::add);
            assertThat(tags).isEqualTo(expected.tags());
        }
    }

    @Test
    void compactColumnsAreEncodedAsTheirValuesDemand() throws IOException {
        ByteBuffer content = written(ROWS, FileForm.COMPACT);

        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(content))) {
            assertThat(encodings(reader, "fewWords")).containsOnly(Encoding.PLAIN, Encoding.RLE_DICTIONARY);
            assertThat(encodings(reader, "manyWords")).containsOnly(Encoding.DELTA_LENGTH_BYTE_ARRAY);
            assertThat(encodings(reader, "wordsUntilLater"))
                    .contains(Encoding.RLE_DICTIONARY, Encoding.DELTA_LENGTH_BYTE_ARRAY);
            assertThat(encodings(reader, "fewNumbers")).containsOnly(Encoding.PLAIN, Encoding.RLE_DICTIONARY);
            assertThat(encodings(reader, "manyNumbers")).containsOnly(Encoding.BYTE_STREAM_SPLIT);
            assertThat(encodings(reader, "n")).containsOnly(Encoding.DELTA_BINARY_PACKED);
        }
    }

    /// Readers that know version 1 of the format only know no other encodings.
    @Test
    void compatibleColumnsHaveTheEncodingsOfVersionOneOnly() throws IOException {
        ByteBuffer content = written(ROWS, FileForm.COMPATIBLE);

        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(content))) {
            assertThat(reader.getFileMetaData().rowGroups().getFirst().columns())
                    .flatExtracting(column -> column.metaData().encodings())
                    .containsOnly(Encoding.PLAIN, Encoding.PLAIN_DICTIONARY, Encoding.RLE, Encoding.BIT_PACKED);
            assertThat(encodings(reader, "fewWords")).contains(Encoding.PLAIN_DICTIONARY);
            assertThat(encodings(reader, "manyWords")).doesNotContain(Encoding.PLAIN_DICTIONARY);
            assertThat(encodings(reader, "numbersUntilLater")).contains(Encoding.PLAIN, Encoding.PLAIN_DICTIONARY);
            assertThat(encodings(reader, "kafka_partition")).contains(Encoding.PLAIN_DICTIONARY);
        }
    }

    private static List<Encoding> encodings(ParquetFileReader reader, String column) {
        return chunk(reader, column).encodings();
    }

    private static ColumnMetaData chunk(ParquetFileReader reader, String column) {
        return reader.getFileMetaData().rowGroups().getFirst().columns().stream()
                .map(ColumnChunk::metaData)
                .filter(data -> data.pathInSchema().toString().equals(column))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void pagesThatDoNotShrinkAreNotCompressed() throws IOException {
        ByteBuffer content = written(1000, FileForm.COMPACT);

        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(content))) {
            List<CompressionCodec> codecs = Stream.of("id", "fewWords")
                    .map(column -> chunk(reader, column).codec())
                    .toList();
            assertThat(codecs).containsExactly(CompressionCodec.UNCOMPRESSED, CompressionCodec.ZSTD);
        }
    }
}
