package smartcity.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.types.Types;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.connect.cli.ConnectStandalone;

/// A standalone worker of Kafka Connect with the Iceberg sink; it ends when the table holds every record.
///
/// Tuned: two tasks, large polls, commits and offsets every 5 s, no scan for plugins, no partitions in the table.
public final class ConnectDrain {
    private static final TableIdentifier TABLE = TableIdentifier.of("bench", "vehicle_data");
    private static final long LOOK_MILLIS = 200;

    private ConnectDrain() {}

    public static void main(String[] args) throws Exception {
        Catalog catalog = CatalogUtil.buildIcebergCatalog("iceberg", catalogSettings(), null);
        ((SupportsNamespaces) catalog).createNamespace(Namespace.of("bench"));
        Table table = catalog.createTable(TABLE, schema());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", PeerTask.of("BOOTSTRAP")))) {
            admin.createTopics(List.of(new NewTopic(controlTopic(), 1, (short) 1))).all().get();
        }
        String worker = write("worker.properties", worker());
        String connector = write("connector.properties", connector());
        Thread connect = new Thread(() -> new ConnectStandalone(worker, connector).run(), "connect");
        connect.start();
        while (records(table) < Long.parseLong(PeerTask.of("RECORDS"))) {
            if (!connect.isAlive()) {
                throw new IllegalStateException("Kafka Connect has ended");
            }
            Thread.sleep(LOOK_MILLIS);
        }
        PeerTask.done();
        // The worker's own shutdown has been seen to wait for ever once everything had been committed.
        Runtime.getRuntime().halt(0);
    }

    private static long records(Table table) {
        table.refresh();
        Snapshot snapshot = table.currentSnapshot();
        return snapshot == null ? 0 : Long.parseLong(snapshot.summary().getOrDefault("total-records", "0"));
    }

    private static String controlTopic() {
        return "control-" + PeerTask.of("NAME");
    }

    private static Map<String, String> catalogSettings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("catalog-impl", "org.apache.iceberg.jdbc.JdbcCatalog");
        settings.put("uri", "jdbc:sqlite:" + PeerTask.of("WORK") + "/catalog.db");
        settings.put("warehouse", "s3://" + PeerTask.of("BUCKET") + "/" + PeerTask.of("NAME"));
        settings.put("io-impl", "org.apache.iceberg.aws.s3.S3FileIO");
        settings.put("http-client.type", "urlconnection");
        settings.put("client.region", "us-east-1");
        settings.put("s3.endpoint", PeerTask.of("ENDPOINT"));
        settings.put("s3.path-style-access", "true");
        settings.put("s3.access-key-id", PeerTask.of("ACCESS_KEY"));
        settings.put("s3.secret-access-key", PeerTask.of("SECRET_KEY"));
        settings.put("s3.staging-dir", PeerTask.of("WORK"));
        return settings;
    }

    private static Properties worker() {
        Properties worker = new Properties();
        worker.setProperty("bootstrap.servers", PeerTask.of("BOOTSTRAP"));
        worker.setProperty("key.converter", "org.apache.kafka.connect.converters.ByteArrayConverter");
        worker.setProperty("value.converter", "org.apache.kafka.connect.json.JsonConverter");
        worker.setProperty("value.converter.schemas.enable", "false");
        worker.setProperty("offset.storage.file.filename", PeerTask.of("WORK") + "/offsets");
        worker.setProperty("offset.flush.interval.ms", "5000");
        worker.setProperty("listeners", "HTTP://127.0.0.1:0");
        worker.setProperty("plugin.discovery", "service_load");
        worker.setProperty("consumer.max.poll.records", "10000");
        worker.setProperty("consumer.max.partition.fetch.bytes", "4194304");
        return worker;
    }

    private static Properties connector() {
        Properties connector = new Properties();
        connector.setProperty("name", PeerTask.of("NAME"));
        connector.setProperty("connector.class", "org.apache.iceberg.connect.IcebergSinkConnector");
        connector.setProperty("tasks.max", "2");
        connector.setProperty("topics", PeerTask.of("TOPIC"));
        connector.setProperty("iceberg.tables", TABLE.toString());
        connector.setProperty("iceberg.control.topic", controlTopic());
        connector.setProperty("iceberg.control.commit.interval-ms", "5000");
        connector.setProperty("iceberg.kafka.bootstrap.servers", PeerTask.of("BOOTSTRAP"));
        catalogSettings().forEach((name, value) -> connector.setProperty("iceberg.catalog." + name, value));
        return connector;
    }

    private static String write(String name, Properties properties) throws IOException {
        Path file = Path.of(PeerTask.of("WORK"), name);
        try (var out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
        return file.toString();
    }

    private static Schema schema() {
        return new Schema(
                Types.NestedField.required(1, "id", Types.StringType.get()),
                Types.NestedField.required(2, "deviceId", Types.StringType.get()),
                Types.NestedField.required(3, "timestamp", Types.TimestampType.withZone()),
                Types.NestedField.required(
                        4,
                        "location",
                        Types.StructType.of(
                                Types.NestedField.required(16, "latitude", Types.DoubleType.get()),
                                Types.NestedField.required(17, "longitude", Types.DoubleType.get()))),
                Types.NestedField.required(5, "speed", Types.DoubleType.get()),
                Types.NestedField.required(6, "direction", Types.StringType.get()),
                Types.NestedField.required(7, "heading", Types.DoubleType.get()),
                Types.NestedField.required(8, "make", Types.StringType.get()),
                Types.NestedField.required(9, "model", Types.StringType.get()),
                Types.NestedField.required(10, "year", Types.IntegerType.get()),
                Types.NestedField.required(11, "fuelType", Types.StringType.get()),
                Types.NestedField.required(12, "vehicleType", Types.StringType.get()),
                Types.NestedField.required(13, "odometer", Types.DoubleType.get()),
                Types.NestedField.required(14, "energyLevel", Types.DoubleType.get()),
                Types.NestedField.required(15, "road", Types.StringType.get()));
    }
}
