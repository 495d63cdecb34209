package smartcity.bench.peer;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_replace;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/// Reads the sink's objects, and the topic by itself, and says how many rows are equal in every field.
public final class SparkReadBack {
    private SparkReadBack() {}

    public static void main(String[] args) {
        try (SparkSession spark = SparkSetup.session("zstd")) {
            // Spark's vectorised reader does not know BYTE_STREAM_SPLIT, which the sink's doubles are in.
            spark.conf().set("spark.sql.parquet.enableVectorizedReader", "false");
            Dataset<Row> topic = topic(spark);
            Dataset<Row> lake = spark.read()
                    .schema(lakeSchema())
                    .parquet("s3a://" + PeerTask.of("BUCKET") + "/" + PeerTask.of("NAME") + "/data/" + PeerTask.of("TOPIC"));
            Column equal = topic.col("partition")
                    .equalTo(lake.col("kafka_partition"))
                    .and(topic.col("offset").equalTo(lake.col("kafka_offset")));
            for (String name : SparkSetup.schema().fieldNames()) {
                Column expected = name.equals("id") ? regexp_replace(topic.col(name), "-", "") : topic.col(name);
                Column actual = name.equals("id") ? lower(hex(lake.col(name))) : lake.col(name);
                equal = equal.and(expected.eqNullSafe(actual));
            }
            System.out.println("BENCH equal " + topic.join(lake, equal).count());
            PeerTask.done();
        }
    }

    /// Spark does not know UUIDs: it cannot infer the schema of a file with one, but reads them as the 16 bytes they are.
    private static StructType lakeSchema() {
        StructType schema = new StructType().add("kafka_partition", "int").add("kafka_offset", "long");
        for (StructField field : SparkSetup.schema().fields()) {
            schema = field.name().equals("id") ? schema.add("id", "binary") : schema.add(field);
        }
        return schema;
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
