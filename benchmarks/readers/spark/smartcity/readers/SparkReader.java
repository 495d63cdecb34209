package smartcity.readers;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/// Prints the rows of a file as Spark reads them: by its defaults, and by the schema that it finds in the file.
public final class SparkReader {
    private SparkReader() {}

    /// @param args the file
    public static void main(String[] args) throws Exception {
        try (SparkSession spark = SparkSession.builder()
                .master("local[1]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.session.timeZone", "UTC")
                .getOrCreate()) {
            spark.sparkContext().setLogLevel("OFF");
            Dataset<Row> file = spark.read().parquet(args[0]);
            List<Row> rows = file.orderBy("kafka_offset")
                    .selectExpr("concat_ws('|', kafka_offset, kafka_partition, coalesce(cast(unix_micros(kafka_timestamp) as string), '-'), id,"
                            + " unix_micros(at), word, coalesce(note, '-'), n, total, speed, latitude,"
                            + " coalesce(cast(moving as string), '-'), day, clock, cents, exact, lower(hex(picture)), place.x, place.y,"
                            + " concat('[', array_join(tags, ','), ']'),"
                            + " concat('{', array_join(transform(map_entries(limits), e -> concat(e.key, '=', e.value)), ','), '}'),"
                            + " free)")
                    .collectAsList();
            rows.forEach(row -> System.out.println("ROW " + row.getString(0)));
        }
    }
}
