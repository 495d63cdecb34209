package smartcity.sink;

import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/// Kafka's MirrorMaker 2 in its own process, with the settings that docs/sink-runbook.md shows.
record MirrorMakerProcess(Process process) implements AutoCloseable {
    private static final Path RUNBOOK = Path.of("../docs/sink-runbook.md");
    private static final String BLOCK = "```properties\n";

    /// Starts to copy the topics from one cluster to the other.
    ///
    /// @param folder of its settings
    static MirrorMakerProcess start(DiskKafka old, DiskKafka other, Path folder, List<String> topics)
            throws IOException {
        Path file = folder.resolve("mirror-maker.properties");
        try (Writer out = Files.newBufferedWriter(file)) {
            settings(old, other, topics).store(out, null);
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.apache.kafka.connect.mirror.MirrorMaker",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mirror-maker.log").toFile())
                .start();
        return new MirrorMakerProcess(process);
    }

    private static Properties settings(DiskKafka old, DiskKafka other, List<String> topics) throws IOException {
        Properties settings = new Properties();
        settings.load(new StringReader(settingsOfTheRunbook()));
        settings.setProperty("old.bootstrap.servers", old.servers());
        settings.setProperty("new.bootstrap.servers", other.servers());
        settings.setProperty("old->new.topics", String.join(",", topics));
        settings.setProperty("emit.checkpoints.interval.seconds", "1");
        settings.setProperty("sync.group.offsets.interval.seconds", "1");
        // Each cluster has one broker.
        List.of("", "checkpoints.topic.", "heartbeats.topic.", "offset-syncs.topic.")
                .forEach(topic -> settings.setProperty(topic + "replication.factor", "1"));
        List.of("offset", "status", "config")
                .forEach(topic -> settings.setProperty(topic + ".storage.replication.factor", "1"));
        // Without it, the whole class path of the tests is searched for plug-ins.
        List.of("", "old.", "new.")
                .forEach(cluster -> settings.setProperty(cluster + "plugin.discovery", "service_load"));
        return settings;
    }

    private static String settingsOfTheRunbook() throws IOException {
        String page = Files.readString(RUNBOOK);
        int start = page.indexOf(BLOCK);
        if (start < 0) {
            throw new IllegalStateException("Failed to find the settings of MirrorMaker in " + RUNBOOK);
        }
        return page.substring(start + BLOCK.length(), page.indexOf("```", start + BLOCK.length()));
    }

    /// Ends it by SIGTERM.
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Failed to stop MirrorMaker in time");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
