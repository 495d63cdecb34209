package smartcity.bench.peer;

import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/// Spark on two cores, with the bucket behind s3a; and the schema of the topic.
final class SparkSetup {
    private SparkSetup() {}

    static SparkSession session(String codec) {
        SparkSession spark = SparkSession.builder()
                .master("local[2]")
                .appName(PeerTask.of("NAME"))
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.local.dir", PeerTask.of("WORK"))
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.parquet.compression.codec", codec)
                .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
                .config("spark.hadoop.fs.s3a.endpoint", PeerTask.of("ENDPOINT"))
                .config("spark.hadoop.fs.s3a.path.style.access", "true")
                .config("spark.hadoop.fs.s3a.access.key", PeerTask.of("ACCESS_KEY"))
                .config("spark.hadoop.fs.s3a.secret.key", PeerTask.of("SECRET_KEY"))
                .config(
                        "spark.hadoop.fs.s3a.aws.credentials.provider",
                        "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider")
                .getOrCreate();
        spark.sparkContext().setLogLevel("WARN");
        return spark;
    }

    static StructType schema() {
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
