package smartcity.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import smartcity.audit.AuditScope;
import smartcity.audit.LakeAudit;
import smartcity.audit.kafka.SinkGroup;
import smartcity.audit.lake.FolderLake;
import smartcity.audit.report.AuditFailedException;
import smartcity.audit.report.AuditReport;
import smartcity.audit.report.JsonAuditReport;
import smartcity.audit.report.TextAuditReport;
import smartcity.local.child.FileFailure;
import smartcity.local.infra.BuiltProject;
import smartcity.local.infra.InfraSettings;
import smartcity.local.infra.RunningCity;
import smartcity.local.run.CityProcesses;

/// `./smartcity audit`: proves the lake of the local city or any bucket.
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Proves a lake: every offset is there, and none twice.",
            "Per partition, offsets follow each other without gap or overlap, none is twice, none is missing between Kafka's"
                    + " first and the committed offset. Without --bucket it audits the local city, also while it runs, and"
                    + " also when it does not (then without Kafka's offsets)."
        },
        footer = {
            "",
            "A bucket is read with the credentials of the AWS chain (environment, profile, web identity, instance).",
            "Exit status: 0 clean, 1 something is wrong, 2 the audit could not be done."
        })
final class AuditCommand implements Callable<Integer> {
    private static final int FOUND = 1;
    private static final int NOT_DONE = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the local city (default: .city in the repository).")
    private @Nullable Path data;

    @Mixin
    private final BucketOptions bucket = new BucketOptions();

    @Option(names = "--prefix", paramLabel = "PATH/", defaultValue = "", description = "Path before data/ in the keys.")
    private String prefix = "";

    @Option(
            names = "--root",
            paramLabel = "PATH/",
            description = "Where else than in data/ objects are, if a layout of the sink says so.")
    private Set<String> roots = Set.of();

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "Kafka, for the committed offsets (default: the local city's, while it runs).")
    private @Nullable String bootstrapServers;

    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            description = "Properties of Kafka's clients, such as security.protocol.")
    private @Nullable Path kafkaConfig;

    @Option(
            names = "--group",
            paramLabel = "NAME",
            defaultValue = CityProcesses.SINK_GROUP,
            description = "The sink's consumer group (default: ${DEFAULT-VALUE}).")
    private String group = CityProcesses.SINK_GROUP;

    @Option(
            names = "--topic",
            paramLabel = "NAME",
            split = ",",
            description = "Only these topics (default: all found).")
    private Set<String> topics = Set.of();

    @Option(
            names = "--against-kafka",
            description = "Read the topics too, and look for each record in the lake and for each row in Kafka.")
    private boolean againstKafka;

    @Option(names = "--json", description = "Print JSON, with every partition by itself.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            AuditReport report = audit(new AuditProgressPrinter(err));
            if (json) {
                out.println(JsonAuditReport.of(report));
            } else {
                TextAuditReport.lines(report).forEach(out::println);
            }
            return report.clean() ? 0 : FOUND;
        } catch (AuditFailedException | IllegalArgumentException e) {
            err.println(e.getMessage());
            return NOT_DONE;
        } finally {
            out.flush();
        }
    }

    private AuditReport audit(AuditProgressPrinter progress) {
        Optional<Map<String, Object>> kafka = kafka();
        if (againstKafka && kafka.isEmpty()) {
            throw new AuditFailedException(
                    "--against-kafka needs a broker: name it by --bootstrap-servers, or run the city");
        }
        Set<String> folders = new HashSet<>(roots);
        folders.add(AuditScope.DATA);
        AuditScope scope = new AuditScope(prefix, folders, topics, againstKafka, AuditScope.READERS);
        try (SinkGroup landed =
                kafka.map(settings -> new SinkGroup(settings, group)).orElse(null)) {
            return bucket.isNamed()
                    ? bucket.with(lake -> new LakeAudit(lake, scope, landed, progress).run())
                    : new LakeAudit(new FolderLake(localBucket()), scope, landed, progress).run();
        }
    }

    private Path localData() {
        Path folder = data == null ? BuiltProject.atHome().data() : data;
        return folder.toAbsolutePath().normalize();
    }

    private Path localBucket() {
        Path lake = InfraSettings.lake(localData());
        if (!Files.isDirectory(lake)) {
            throw new AuditFailedException("Nothing has landed in " + localData() + " yet: ./smartcity up fills it");
        }
        return lake.getParent() == null ? lake : lake.getParent();
    }

    private Optional<Map<String, Object>> kafka() {
        Optional<String> servers = Optional.ofNullable(bootstrapServers);
        if (servers.isEmpty() && !bucket.isNamed()) {
            servers = RunningCity.bootstrapServers(localData());
        }
        Map<String, Object> settings = new HashMap<>(configured());
        servers.ifPresent(named -> settings.put("bootstrap.servers", named));
        return settings.containsKey("bootstrap.servers") ? Optional.of(settings) : Optional.empty();
    }

    private Map<String, Object> configured() {
        Map<String, Object> settings = new HashMap<>();
        if (kafkaConfig != null) {
            try (Reader reader = Files.newBufferedReader(kafkaConfig, StandardCharsets.UTF_8)) {
                Properties properties = new Properties();
                properties.load(reader);
                properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
            } catch (IOException e) {
                throw new AuditFailedException("Failed to read " + kafkaConfig + ": " + FileFailure.reason(e), e);
            }
        }
        return settings;
    }
}
