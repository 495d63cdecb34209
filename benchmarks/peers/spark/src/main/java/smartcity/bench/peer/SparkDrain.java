package smartcity.bench.peer;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.from_json;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.DataStreamWriter;
import org.apache.spark.sql.streaming.Trigger;
import org.apache.spark.sql.types.StructType;

/// The job of the original system: JSON from Kafka, typed, with a watermark, appended to S3 as Parquet, with its checkpoint there too.
///
/// Variant `snappy` writes as the original did; `zstd` as this project's sink does, in folders by date and hour of the event.
public final class SparkDrain {
    private SparkDrain() {}

    public static void main(String[] args) throws Exception {
        Task.endWithTheBenchmark();
        String variant = Task.of("VARIANT");
        String lake = "s3a://" + Task.of("BUCKET") + "/" + Task.of("NAME");
        try (SparkSession spark = session(variant)) {
            spark.sparkContext().setLogLevel("WARN");
            Dataset<Row> rows = spark.readStream()
                    .format("kafka")
                    .option("kafka.bootstrap.servers", Task.of("BOOTSTRAP"))
                    .option("subscribe", Task.of("TOPIC"))
                    .option("startingOffsets", "earliest")
                    .load()
                    .select(from_json(col("value").cast("string"), schema()).alias("data"))
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
            Task.done();
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

    private static SparkSession session(String variant) {
        return SparkSession.builder()
                .master("local[2]")
                .appName("drain")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.local.dir", Task.of("WORK"))
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.parquet.compression.codec", variant)
                .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
                .config("spark.hadoop.fs.s3a.endpoint", Task.of("ENDPOINT"))
                .config("spark.hadoop.fs.s3a.path.style.access", "true")
                .config("spark.hadoop.fs.s3a.access.key", Task.of("ACCESS_KEY"))
                .config("spark.hadoop.fs.s3a.secret.key", Task.of("SECRET_KEY"))
                .config(
                        "spark.hadoop.fs.s3a.aws.credentials.provider",
                        "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider")
                .getOrCreate();
    }

    private static StructType schema() {
        StructType location = new StructType().add("latitude", "double").add("longitude", "double");
        return new StructType()
                .add("id", "string")
                .add("deviceId", "string")
                .add("timestamp", "timestamp")
                .add("location", location)
                .add("speed", "double")
                .add("direction", "string")
                .add("heading", "double")
                .add("make", "string")
                .add("model", "string")
                .add("year", "int")
                .add("fuelType", "string")
                .add("vehicleType", "string")
                .add("odometer", "double")
                .add("energyLevel", "double")
                .add("road", "string");
    }
}
