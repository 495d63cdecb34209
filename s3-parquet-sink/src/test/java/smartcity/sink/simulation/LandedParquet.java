package smartcity.sink.simulation;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Reads what the schedules with real Parquet have landed.
final class LandedParquet {
    private LandedParquet() {}

    static List<LandedRow> rows(byte[] content, boolean deadLetters) {
        List<LandedRow> found = new ArrayList<>();
        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(content)));
                RowReader rows = reader.rowReader()) {
            while (rows.hasNext()) {
                rows.next();
                found.add(deadLetters ? letter(rows) : row(rows));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static LandedRow letter(RowReader rows) {
        long id = ByteBuffer.wrap(rows.getBinary("key")).getLong();
        return new LandedRow(rows.getLong("kafka_offset"), id, micros(rows.getTimestamp("kafka_timestamp")));
    }

    private static LandedRow row(RowReader rows) {
        return new LandedRow(rows.getLong("kafka_offset"), rows.getLong("id"), micros(rows.getTimestamp("timestamp")));
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
