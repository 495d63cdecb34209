package smartcity.bench.peer;

import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.plugin.PluginUtils;
import org.apache.flink.formats.parquet.ParquetWriterFactory;
import org.apache.flink.formats.avro.typeutils.GenericRecordAvroTypeInfo;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.filesystem.OutputFileConfig;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.BasePathBucketAssigner;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.OnCheckpointRollingPolicy;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/// KafkaSource to FileSink in a local cluster: exactly-once, two slots, one chain without serialisation between its operators.
public final class FlinkDrain {
    private FlinkDrain() {}

    public static void main(String[] args) throws Exception {
        Configuration settings = settings();
        FileSystem.initialize(settings, PluginUtils.createPluginManagerFromRootFolder(settings));
        StreamExecutionEnvironment flink = StreamExecutionEnvironment.createLocalEnvironment(2, settings);
        Schema schema = VehicleJson.schema();
        flink.fromSource(source(), WatermarkStrategy.noWatermarks(), "kafka", new GenericRecordAvroTypeInfo(schema))
                .sinkTo(sink(schema));
        flink.execute("drain");
        PeerTask.done();
        System.exit(0);
    }

    private static KafkaSource<GenericRecord> source() {
        return KafkaSource.<GenericRecord>builder()
                .setBootstrapServers(PeerTask.of("BOOTSTRAP"))
                .setTopics(PeerTask.of("TOPIC"))
                .setGroupId(PeerTask.of("NAME"))
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setBounded(OffsetsInitializer.latest())
                .setProperty("max.poll.records", "10000")
                .setProperty("max.partition.fetch.bytes", "4194304")
                .setValueOnlyDeserializer(new VehicleJson())
                .build();
    }

    private static FileSink<GenericRecord> sink(Schema schema) {
        String text = schema.toString();
        ParquetWriterFactory<GenericRecord> writers =
                new ParquetWriterFactory<>(out -> AvroParquetWriter.<GenericRecord>builder(out)
                        .withSchema(new Schema.Parser().parse(text))
                        .withDataModel(GenericData.get())
                        .withCompressionCodec(CompressionCodecName.SNAPPY)
                        .build());
        return FileSink.forBulkFormat(new Path("s3://" + PeerTask.of("BUCKET") + "/" + PeerTask.of("NAME") + "/data"), writers)
                .withBucketAssigner(new BasePathBucketAssigner<>())
                .withRollingPolicy(OnCheckpointRollingPolicy.build())
                .withOutputFileConfig(OutputFileConfig.builder().withPartSuffix(".parquet").build())
                .build();
    }

    private static Configuration settings() {
        Configuration settings = new Configuration();
        settings.setString("execution.checkpointing.interval", "10 s");
        settings.setString("execution.checkpointing.mode", "EXACTLY_ONCE");
        settings.setString("pipeline.object-reuse", "true");
        settings.setString("io.tmp.dirs", PeerTask.of("WORK"));
        settings.setString("s3.endpoint", PeerTask.of("ENDPOINT"));
        settings.setString("s3.path.style.access", "true");
        settings.setString("s3.access-key", PeerTask.of("ACCESS_KEY"));
        settings.setString("s3.secret-key", PeerTask.of("SECRET_KEY"));
        return settings;
    }
}
