package smartcity.readers;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;

/// Prints the rows of a file as parquet-mr 1.10 reads them, the library of Hive 3 and of readers of its age.
public final class OldParquetReader {
    private OldParquetReader() {}

    /// @param args the file
    public static void main(String[] args) throws IOException {
        try (ParquetReader<Group> reader =
                ParquetReader.builder(new GroupReadSupport(), new Path(args[0])).build()) {
            for (Group row = reader.read(); row != null; row = reader.read()) {
                System.out.println("ROW " + text(row));
            }
        }
    }

    private static String text(Group row) {
        Group place = row.getGroup("place", 0);
        return String.join(
                "|",
                Long.toString(row.getLong("kafka_offset", 0)),
                Integer.toString(row.getInteger("kafka_partition", 0)),
                row.getFieldRepetitionCount("kafka_timestamp") == 0
                        ? "-"
                        : Long.toString(row.getLong("kafka_timestamp", 0)),
                utf8(row, "id"),
                Long.toString(row.getLong("at", 0)),
                utf8(row, "word"),
                row.getFieldRepetitionCount("note") == 0 ? "-" : utf8(row, "note"),
                Integer.toString(row.getInteger("n", 0)),
                Long.toString(row.getLong("total", 0)),
                Double.toString(row.getDouble("speed", 0)),
                Double.toString(row.getDouble("latitude", 0)),
                row.getFieldRepetitionCount("moving") == 0 ? "-" : Boolean.toString(row.getBoolean("moving", 0)),
                LocalDate.ofEpochDay(row.getInteger("day", 0)).toString(),
                utf8(row, "clock"),
                decimal(row, "cents", 2),
                decimal(row, "exact", 10),
                HexFormat.of().formatHex(row.getBinary("picture", 0).getBytes()),
                Double.toString(place.getDouble("x", 0)),
                Double.toString(place.getDouble("y", 0)),
                tags(row.getGroup("tags", 0)),
                limits(row.getGroup("limits", 0)),
                utf8(row, "free"));
    }

    private static String utf8(Group row, String name) {
        return new String(row.getBinary(name, 0).getBytes(), StandardCharsets.UTF_8);
    }

    private static String decimal(Group row, String name, int scale) {
        return new BigDecimal(new BigInteger(row.getBinary(name, 0).getBytes()), scale).toPlainString();
    }

    private static String tags(Group list) {
        List<String> tags = new ArrayList<>();
        for (int i = 0; i < list.getFieldRepetitionCount(0); i++) {
            tags.add(utf8(list.getGroup(0, i), "element"));
        }
        return "[" + String.join(",", tags) + "]";
    }

    private static String limits(Group map) {
        List<String> limits = new ArrayList<>();
        for (int i = 0; i < map.getFieldRepetitionCount(0); i++) {
            Group entry = map.getGroup(0, i);
            limits.add(utf8(entry, "key") + "=" + entry.getDouble("value", 0));
        }
        return "{" + String.join(",", limits) + "}";
    }
}
