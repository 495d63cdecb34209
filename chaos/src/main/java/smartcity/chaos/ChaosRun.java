package smartcity.chaos;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import smartcity.audit.report.TextAuditReport;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.LaunchException;
import smartcity.local.child.StopRequest;
import smartcity.local.infra.BuiltProject;
import smartcity.local.infra.InfraSettings;
import smartcity.local.infra.KafkaTopics;
import smartcity.local.infra.LocalInfra;
import smartcity.local.infra.LoopbackPort;
import smartcity.local.infra.TopicProgress;

/// One run: real Kafka, real S3 behind [FaultyS3Proxy], three real sinks, a load, a schedule of faults;
/// after it the records land, and the verdict follows. For one thread.
// Over 200 lines: the steps and what they change belong together.
public final class ChaosRun implements AutoCloseable {
    private static final String GROUP = "chaos";
    private static final int PARTITIONS = 4;
    private static final Duration LANDING_TIMEOUT = Duration.ofMinutes(6);
    private static final Duration START_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration REPORT_INTERVAL = Duration.ofSeconds(10);
    /// One in so many of all records has landed before the sinks are upgraded [chosen].
    private static final long SHARE_BEFORE_UPGRADE = 20;

    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

    private final ChaosSettings settings;
    private final PrintWriter out;
    private final StopRequest stop = new StopRequest();
    private final InfraSettings infraSettings;
    private final LocalInfra infra;
    private final KafkaTopics topics;
    private final FaultyS3Proxy s3;
    private final SinkReplicas sinks;
    private final ChildProcess s3Process;
    private @Nullable RecreatedTopic again;
    private ChildProcess kafka;
    private boolean upgraded;
    private long start;
    private long reported;

    /// Starts Kafka and S3 on the data folder and creates the topics.
    public ChaosRun(BuiltProject project, ChaosSettings settings, PrintWriter out) {
        this.settings = settings;
        this.out = out;
        this.infraSettings = InfraSettings.of(settings.data(), LoopbackPort.anyFree(), LoopbackPort.anyFree());
        this.infra = new LocalInfra(project, infraSettings);
        int proxyPort = LoopbackPort.anyFree();
        this.s3 = new FaultyS3Proxy(proxyPort, infraSettings.s3Port().number(), settings.seed());
        this.sinks = new SinkReplicas(project, infraSettings.logs(), environment(proxyPort));
        this.topics = new KafkaTopics(infraSettings.bootstrapServers(), RecordLoad.TOPICS, GROUP);
        this.kafka = infra.startKafka();
        this.s3Process = infra.startS3();
        s3.open();
        infra.awaitS3(s3Process, stop);
        infra.awaitKafka(kafka, topics, stop);
        topics.createMissing(PARTITIONS);
    }

    /// Small batches, so that many cuts are under way when a sink is killed; short sessions, so that a paused
    /// one loses its partitions.
    private Map<String, String> environment(int proxyPort) {
        Map<String, String> environment = new HashMap<>(infraSettings.s3Environment());
        environment.put("QUARKUS_S3_ENDPOINT_OVERRIDE", "http://127.0.0.1:" + proxyPort);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", infraSettings.bootstrapServers());
        environment.put("KAFKA_SESSION_TIMEOUT_MS", Long.toString(ChaosSchedule.SESSION_TIMEOUT.toMillis()));
        environment.put("SINK_BUCKET", InfraSettings.BUCKET);
        environment.put("SINK_GROUP", GROUP);
        environment.put("SINK_GROUP_PROTOCOL", settings.groupProtocol());
        environment.put("SINK_ROLLOVER_MAX_AGE", "PT2S");
        return environment;
    }

    /// Runs the schedule and returns what contradicts that every record has landed once, a sentence each; empty when
    /// nothing does.
    public List<String> run() throws SQLException {
        List<ChaosStep> steps = ChaosSchedule.of(settings.seed(), settings.duration());
        out.println("Seed " + settings.seed() + ", " + settings.records() + " records in "
                + settings.duration().toSeconds() + " s, group protocol " + settings.groupProtocol() + ":");
        steps.forEach(step -> out.println("  " + step));
        RecordLoad load = new RecordLoad(
                infraSettings.bootstrapServers(), settings.records(), settings.duration(), settings.seed());
        if (steps.stream().anyMatch(step -> step.act() == ChaosStep.Act.RECREATE)) {
            again = new RecreatedTopic(infraSettings.bootstrapServers(), GROUP);
        }
        start = System.nanoTime();
        long late = 0;
        Thread sending = Thread.ofPlatform().daemon().name("load").start(load);
        for (ChaosStep step : steps) {
            long due = step.at().toNanos() + late;
            await(() -> System.nanoTime() - start >= due, settings.duration());
            awaitStart(step);
            late = Math.max(late, System.nanoTime() - start - step.at().toNanos());
            say(step.act() + (step.toString().contains("sink-") ? " sink-" + step.sink() : ""));
            carryOut(step);
        }
        await(() -> !sending.isAlive(), LANDING_TIMEOUT);
        await(this::hasLanded, LANDING_TIMEOUT);
        say("Landed; %d kills, %d cuts were replayed, %d objects were there before"
                .formatted(sinks.kills(), sinks.logged("Replaying cut"), sinks.logged(" alreadyStored=true")));
        say("%d answers 503, %d answers lost".formatted(s3.refused.sum(), s3.lostAnswers.sum()));
        terminateLast();
        List<String> objections = new ArrayList<>(judged(load));
        if (again != null) {
            objections.addAll(landedAgain(again));
        }
        return objections;
    }

    private void terminateLast() {
        if (!sinks.terminate(0)) {
            throw new LaunchException("sink-0 did not end by itself after SIGTERM");
        }
    }

    /// Opens an era for the topic that was created again, and returns what contradicts that its records have landed.
    private List<String> landedAgain(RecreatedTopic topic) throws SQLException {
        sinks.change("SINK_TOPIC_" + RecreatedTopic.TOPIC.toUpperCase(Locale.ROOT) + "_ERA", "1");
        sinks.start(0);
        await(topic::hasLanded, LANDING_TIMEOUT);
        say(RecreatedTopic.TOPIC + " has landed in its new era");
        terminateLast();
        return topic.objections(bucket());
    }

    /// One sink after the other, so that for a while members with former and with other rules share the group. By the
    /// other rules, some records that have been rows are dead letters.
    private void upgrade() {
        // On a slow machine the sinks may have landed nothing yet by the former rules.
        await(() -> landed() >= settings.records() / SHARE_BEFORE_UPGRADE, LANDING_TIMEOUT);
        upgraded = true;
        sinks.change("SINK_EVENT_TIME_NOT_BEFORE", UpgradeVerdict.NOT_BEFORE.toString());
        for (int sink : sinks.started()) {
            await(() -> sinks.isUp(sink), LANDING_TIMEOUT);
            say("sink-" + sink + (sinks.terminate(sink) ? " ended" : " had to be killed"));
            sinks.start(sink);
        }
    }

    private long landed() {
        try {
            return topics.progress().stream().mapToLong(TopicProgress::landed).sum();
        } catch (LaunchException e) {
            return 0;
        }
    }

    private void recreate() {
        RecreatedTopic topic = again;
        if (topic != null) {
            await(topic::hasLanded, LANDING_TIMEOUT);
            topic.recreate();
        }
    }

    /// On a slow machine a sink would be killed again before it has done anything; all later steps then come later.
    private void awaitStart(ChaosStep step) {
        long begin = System.nanoTime();
        if (step.act() == ChaosStep.Act.KILL || step.act() == ChaosStep.Act.PAUSE) {
            await(
                    () -> sinks.isUp(step.sink()) || System.nanoTime() - begin > START_TIMEOUT.toNanos(),
                    LANDING_TIMEOUT);
        }
    }

    private void carryOut(ChaosStep step) {
        switch (step.act()) {
            case START -> sinks.start(step.sink());
            case KILL -> sinks.killAndStart(step.sink());
            case PAUSE -> sinks.signal(step.sink(), "STOP");
            case RESUME -> sinks.signal(step.sink(), "CONT");
            case TERMINATE ->
                say("sink-" + step.sink() + (sinks.terminate(step.sink()) ? " ended" : " had to be killed"));
            case S3_DOWN -> s3.close();
            case S3_UP -> s3.open();
            case S3_UNAVAILABLE -> s3.faults(S3Faults.unavailable(0.5));
            case S3_FLAKY -> s3.faults(S3Faults.flaky(0.15, Duration.ofMillis(100)));
            case S3_HEALTHY -> s3.faults(S3Faults.NONE);
            case KAFKA_RESTART -> restart(kafka.stop(LANDING_TIMEOUT));
            case KAFKA_PAUSE -> sinks.signal(kafka, "STOP");
            case KAFKA_RESUME -> sinks.signal(kafka, "CONT");
            case UPGRADE -> upgrade();
            case RECREATE -> recreate();
            case KAFKA_CRASH -> {
                kafka.kill();
                restart(true);
            }
        }
    }

    private void restart(boolean stopped) {
        if (!stopped) {
            say("kafka had to be killed");
        }
        kafka = infra.startKafka();
    }

    /// Waits and prints the progress; fails when a process has ended by itself, or when it takes too long.
    private void await(BooleanSupplier condition, Duration longest) {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            sinks.ended().ifPresent(ended -> {
                throw new LaunchException(ended.exitMessage());
            });
            if (!kafka.isAlive() || !s3Process.isAlive()) {
                throw new LaunchException((kafka.isAlive() ? s3Process : kafka).exitMessage());
            }
            long now = System.nanoTime();
            if (now - begin > longest.toNanos()) {
                throw new LaunchException("Not done after " + longest.toSeconds() + " s: " + progress());
            }
            if (now - reported > REPORT_INTERVAL.toNanos()) {
                reported = now;
                Thread.ofVirtual().name("progress").start(() -> say(progress()));
            }
            stop.awaitRequest(POLL_INTERVAL);
        }
    }

    private String progress() {
        try {
            List<TopicProgress> all = topics.progress();
            return "produced " + all.stream().mapToLong(TopicProgress::produced).sum() + ", landed "
                    + all.stream().mapToLong(TopicProgress::landed).sum();
        } catch (LaunchException | IllegalArgumentException e) {
            return "Kafka does not answer";
        }
    }

    private boolean hasLanded() {
        try {
            return topics.progress().stream().allMatch(topic -> topic.remaining() == 0);
        } catch (LaunchException e) {
            return false;
        }
    }

    private List<String> judged(RecordLoad load) throws SQLException {
        if (load.failure() != null) {
            throw new LaunchException("Failed to send a record: " + load.failure(), load.failure());
        }
        ChaosVerdict verdict = ChaosVerdict.on(bucket(), infraSettings.bootstrapServers(), GROUP);
        TextAuditReport.lines(verdict.audit()).forEach(out::println);
        out.println("Acknowledged by Kafka: " + load.acknowledged() + "; DuckDB: " + verdict.rows() + " rows, "
                + verdict.distinct() + " different (topic, partition, offset), " + verdict.identities()
                + " records by their ids");
        UpgradeVerdict rules = UpgradeVerdict.on(bucket());
        out.println("From before " + UpgradeVerdict.NOT_BEFORE + ": " + rules.rows() + " rows, " + rules.letters()
                + " dead letters by the rules of the upgrade");
        List<String> objections = new ArrayList<>(verdict.objections(settings.records(), load.acknowledged()));
        objections.addAll(rules.objections(load.betweenRules(), upgraded));
        return objections;
    }

    private Path bucket() {
        return infraSettings.lake().resolveSibling(".").normalize();
    }

    private void say(String what) {
        out.printf("%5.1f s  %s%n", (System.nanoTime() - start) / 1e9, what);
        out.flush();
    }

    @Override
    public void close() {
        sinks.close();
        if (again != null) {
            again.close();
        }
        s3.close();
        topics.close();
        s3Process.kill();
        kafka.kill();
    }
}
