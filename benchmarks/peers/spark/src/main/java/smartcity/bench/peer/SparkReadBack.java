package smartcity.bench.peer;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/// Reads the sink's objects as Spark does by default, and the topic by itself, and says how many rows are equal in every field.
public final class SparkReadBack {
    private SparkReadBack() {}

    public static void main(String[] args) {
        try (SparkSession spark = SparkSetup.session("zstd")) {
            Dataset<Row> topic = topic(spark);
            Dataset<Row> lake = spark.read()
                    .parquet("s3a://" + PeerTask.of("BUCKET") + "/" + PeerTask.of("NAME") + "/data/" + PeerTask.of("TOPIC"));
            Column equal = topic.col("partition")
                    .equalTo(lake.col("kafka_partition"))
                    .and(topic.col("offset").equalTo(lake.col("kafka_offset")));
            for (String name : SparkSetup.schema().fieldNames()) {
                equal = equal.and(topic.col(name).eqNullSafe(lake.col(name)));
            }
            System.out.println("BENCH equal " + topic.join(lake, equal).count());
            PeerTask.done();
        }
    }

    private static Dataset<Row> topic(SparkSession spark) {
        return spark.read()
                .format("kafka")
                .option("kafka.bootstrap.servers", PeerTask.of("BOOTSTRAP"))
                .option("subscribe", PeerTask.of("TOPIC"))
                .load()
                .select(
                        col("partition"),
                        col("offset"),
                        from_json(col("value").cast("string"), SparkSetup.schema()).alias("data"))
                .select("partition", "offset", "data.*");
    }
}
