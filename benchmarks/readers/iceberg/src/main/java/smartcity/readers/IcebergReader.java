package smartcity.readers;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.Files;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetReaders;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.parquet.Parquet;
import org.apache.iceberg.parquet.ParquetSchemaUtil;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;

/// Prints the rows of a file as Iceberg's generic reader reads them, which finds columns by their field IDs alone. First it
/// prints the table's schema that follows from the file.
public final class IcebergReader {
    private static final OffsetDateTime EPOCH = OffsetDateTime.parse("1970-01-01T00:00:00Z");

    private IcebergReader() {}

    /// @param args the file
    public static void main(String[] args) throws IOException {
        Schema table = table(args[0]);
        System.out.println("IDS " + table.columns().stream()
                .map(column -> column.fieldId() + ":" + column.name())
                .collect(Collectors.joining(" ")));
        try (CloseableIterable<Record> rows = Parquet.read(Files.localInput(args[0]))
                .project(table)
                .createReaderFunc(file -> GenericParquetReaders.buildReader(table, file))
                .build()) {
            rows.forEach(row -> System.out.println("ROW " + text(row)));
        }
    }

    private static Schema table(String file) throws IOException {
        try (ParquetFileReader reader =
                ParquetFileReader.open(HadoopInputFile.fromPath(new Path(file), new Configuration()))) {
            MessageType type = reader.getFooter().getFileMetaData().getSchema();
            if (!ParquetSchemaUtil.hasIds(type)) {
                throw new IllegalStateException("Expected field IDs, got: " + type);
            }
            return ParquetSchemaUtil.convert(type);
        }
    }

    private static String text(Record row) {
        Record place = (Record) row.getField("place");
        return String.join(
                "|",
                text(row, "kafka_offset"),
                text(row, "kafka_partition"),
                row.getField("kafka_timestamp") == null ? "-" : micros(row, "kafka_timestamp"),
                text(row, "id"),
                micros(row, "at"),
                text(row, "word"),
                text(row, "note"),
                text(row, "n"),
                text(row, "total"),
                text(row, "speed"),
                text(row, "latitude"),
                text(row, "moving"),
                text(row, "day"),
                text(row, "clock"),
                ((BigDecimal) row.getField("cents")).toPlainString(),
                ((BigDecimal) row.getField("exact")).toPlainString(),
                hex((ByteBuffer) row.getField("picture")),
                text(place, "x"),
                text(place, "y"),
                ((List<?>) row.getField("tags"))
                        .stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]")),
                ((Map<?, ?>) row.getField("limits"))
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue())
                                .collect(Collectors.joining(",", "{", "}")),
                text(row, "free"));
    }

    private static String text(Record row, String name) {
        Object value = row.getField(name);
        return value == null ? "-" : value.toString();
    }

    private static String micros(Record row, String name) {
        return Long.toString(ChronoUnit.MICROS.between(EPOCH, (OffsetDateTime) row.getField(name)));
    }

    private static String hex(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return HexFormat.of().formatHex(copy);
    }
}
