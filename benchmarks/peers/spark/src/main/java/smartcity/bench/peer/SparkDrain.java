package smartcity.bench.peer;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.from_json;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.DataStreamWriter;
import org.apache.spark.sql.streaming.Trigger;

/// The job of the original system: JSON from Kafka, typed, with a watermark, appended to S3 as Parquet, with its checkpoint there too.
///
/// Variant `snappy` writes as the original did; `zstd` as this project's sink does, in folders by date and hour of the event.
public final class SparkDrain {
    private SparkDrain() {}

    public static void main(String[] args) throws Exception {
        String variant = PeerTask.of("VARIANT");
        String lake = "s3a://" + PeerTask.of("BUCKET") + "/" + PeerTask.of("NAME");
        try (SparkSession spark = SparkSetup.session(variant)) {
            Dataset<Row> rows = spark.readStream()
                    .format("kafka")
                    .option("kafka.bootstrap.servers", PeerTask.of("BOOTSTRAP"))
                    .option("subscribe", PeerTask.of("TOPIC"))
                    .option("startingOffsets", "earliest")
                    .load()
                    .select(from_json(col("value").cast("string"), SparkSetup.schema()).alias("data"))
                    .select("data.*")
                    .withWatermark("timestamp", "2 minutes");
            writer(rows, variant)
                    .format("parquet")
                    .option("path", lake + "/data")
                    .option("checkpointLocation", lake + "/checkpoint")
                    .outputMode("append")
                    .trigger(Trigger.AvailableNow())
                    .start()
                    .awaitTermination();
            PeerTask.done();
        }
    }

    private static DataStreamWriter<Row> writer(Dataset<Row> rows, String variant) {
        if (variant.equals("zstd")) {
            return rows.withColumn("date", date_format(col("timestamp"), "yyyy-MM-dd"))
                    .withColumn("hour", date_format(col("timestamp"), "HH"))
                    .writeStream()
                    .partitionBy("date", "hour");
        }
        return rows.writeStream();
    }
}
