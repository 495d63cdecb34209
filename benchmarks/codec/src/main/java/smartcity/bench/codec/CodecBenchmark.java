package smartcity.bench.codec;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import smartcity.sink.file.FileForm;
import smartcity.sink.file.FileSettings;
import smartcity.sink.file.RecordOrigin;
import smartcity.sink.file.RowFile;
import smartcity.sink.identity.TopicIdentity;
import smartcity.sink.json.JsonFormat;
import smartcity.sink.json.UnknownFields;
import smartcity.sink.jsonschema.JsonSchemaReader;
import smartcity.sink.parquet.ParquetFiles;
import smartcity.sink.row.ConversionResult;
import smartcity.sink.row.Row;
import smartcity.sink.row.RowConverter;
import smartcity.sink.schema.RecordSchema;
import smartcity.sink.store.ObjectContent;

/// What decoding costs one thread, and decoding and encoding together.
///
/// Encoding alone is their difference: rows that were decoded long before come from memory instead of the cache.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class CodecBenchmark {
    /// Records of one object: of 2,000 vehicles, 250 reports each.
    static final int RECORDS = 500_000;

    private static final int VEHICLES = 2_000;
    private static final RecordOrigin ORIGIN =
            new RecordOrigin(new TopicPartition("vehicle_data", 0), new TopicIdentity("cluster", "topic"), 0, "rules");

    private final RecordSchema schema = schema();
    private final Row row = new Row(schema.slots());
    private final RowConverter rows = new JsonFormat(schema, UnknownFields.IGNORE).converter(row);
    private List<VehicleRecord> records = List.of();

    /// Measurements of a benchmark other than the wall clock.
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Meter {
        private static final OperatingSystemMXBean PROCESS =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

        /// CPU time of the process, its compiler and collector included [ns].
        public long cpuNanos;

        /// Parquet written [bytes].
        public long bytes;

        private void start() {
            cpuNanos -= PROCESS.getProcessCpuTime();
        }

        private void stop(long written) {
            cpuNanos += PROCESS.getProcessCpuTime();
            bytes += written;
        }
    }

    private static RecordSchema schema() {
        String file = "schemas/vehicle_data.schema.json";
        try (InputStream json = RecordSchema.class.getClassLoader().getResourceAsStream(file)) {
            if (json == null) {
                throw new IllegalStateException("Failed to find schema " + file);
            }
            return JsonSchemaReader.read(file, json);
        } catch (IOException e) {
            throw new IllegalStateException("Failed to read schema " + file, e);
        }
    }

    /// Drives the fleet.
    @Setup(Level.Trial)
    public void record() {
        records = VehicleRecord.of(VEHICLES, RECORDS);
    }

    /// The files of one form.
    @State(Scope.Thread)
    public static class Files {
        @Param
        private FileForm form = FileForm.COMPATIBLE;

        private final ParquetFiles all = new ParquetFiles();

        private RowFile open(RecordSchema schema) {
            return all.with(FileSettings.USUAL.in(form)).rows(schema, ORIGIN, 0);
        }

        /// Frees what the files share.
        @TearDown(Level.Trial)
        public void close() {
            all.close();
        }
    }

    /// JSON bytes to rows.
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public long decode(Meter meter) {
        meter.start();
        long sum = 0;
        for (VehicleRecord record : records) {
            convert(record.json());
            sum += row.longAt(0);
        }
        meter.stop(0);
        return sum;
    }

    /// JSON bytes to a Parquet object.
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public long decodeAndEncode(Files files, Meter meter) {
        meter.start();
        RowFile file = files.open(schema);
        long offset = 0;
        for (VehicleRecord record : records) {
            convert(record.json());
            file.write(row, offset++, record.timestampMillis());
        }
        ObjectContent content = file.finish(offset - 1);
        meter.stop(content.size());
        return content.size();
    }

    private void convert(ByteBuffer value) {
        if (rows.convert(value) instanceof ConversionResult.Refused(String reason)) {
            throw new IllegalStateException("Failed to convert a record: " + reason);
        }
    }
}
