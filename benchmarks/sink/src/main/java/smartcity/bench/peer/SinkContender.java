package smartcity.bench.peer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smartcity.bench.backlog.KafkaBacklog;
import smartcity.bench.drain.DrainContender;
import smartcity.bench.drain.DrainTask;
import smartcity.bench.drain.DrainTimes;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.ChildProgram;
import smartcity.local.child.LaunchException;
import smartcity.local.infra.BuiltProject;
import smartcity.local.infra.InfraSettings;
import smartcity.local.infra.KafkaTopics;
import smartcity.local.infra.LoopbackPort;
import smartcity.local.infra.NativeExecutables;
import smartcity.local.infra.PackagedSink;
import smartcity.local.infra.TopicProgress;

/// This sink on its defaults, with compact files, or as a native executable.
///
/// A sink never ends by itself, and with a backlog read to its end it keeps the rest until it is old
/// enough. So this requests a flush, as an operator would, as soon as its status shows that everything has been
/// read; it is done when the flush is answered, and then its group must have committed the end of every
/// partition.
public final class SinkContender implements DrainContender {
    private enum Kind {
        DEFAULT("sink", "this sink on its defaults: compatible files, zstd, exactly-once, windows of an hour"),
        COMPACT("sink-compact", "the same with sink.files=compact"),
        NATIVE("sink-native", "the same as a native executable");

        private final String contender;
        private final String description;

        Kind(String contender, String description) {
            this.contender = contender;
            this.description = description;
        }
    }

    private final Kind kind;
    private final Optional<CacheTraining> training;
    private final BuiltProject project;
    private int port;

    /// @param training run before the first drain when there is no AOT cache yet; if empty, the sink does without
    public SinkContender(Optional<CacheTraining> training) {
        this(Kind.DEFAULT, training, BuiltProject.atHome());
    }

    private SinkContender(Kind kind, Optional<CacheTraining> training, BuiltProject project) {
        this.kind = kind;
        this.training = training;
        this.project = project;
    }

    /// The same with compact files.
    public SinkContender withCompactFiles() {
        return new SinkContender(Kind.COMPACT, training, project);
    }

    /// The same as a native executable.
    ///
    /// @param executables where it is
    public SinkContender asExecutable(NativeExecutables executables) {
        return new SinkContender(
                Kind.NATIVE, Optional.empty(), new BuiltProject(project.home(), Optional.of(executables)));
    }

    @Override
    public String name() {
        return kind.contender;
    }

    @Override
    public String description() {
        String warm = kind == Kind.NATIVE
                ? ""
                : "; " + packaged().cache().map(CacheTraining::described).orElse("no AOT cache");
        return kind.description + "; -Xmx256m" + warm;
    }

    @Override
    public Optional<String> obstacle() {
        try {
            PackagedSink sink = packaged();
            if (kind != Kind.NATIVE && sink.cache().isEmpty()) {
                training.ifPresent(CacheTraining::run);
            }
            return Optional.empty();
        } catch (LaunchException e) {
            if (kind == Kind.NATIVE) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    private PackagedSink packaged() {
        return kind == Kind.NATIVE ? project.sink() : project.sink().onJvm();
    }

    @Override
    public ChildProgram program(DrainTask drain) {
        return packaged().program(drain.name(), environment(drain));
    }

    /// The same sink, as a run that leaves an AOT cache.
    ChildProgram training(DrainTask drain) {
        return packaged().training(drain.name(), environment(drain));
    }

    private Map<String, String> environment(DrainTask drain) {
        port = LoopbackPort.anyFree();
        Map<String, String> environment = new HashMap<>(drain.cluster().infra().s3Environment());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", drain.cluster().infra().bootstrapServers());
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("SINK_BUCKET", InfraSettings.BUCKET);
        environment.put("SINK_PREFIX", drain.prefix());
        environment.put("SINK_GROUP", drain.name());
        if (kind == Kind.COMPACT) {
            environment.put("SINK_FILES", "compact");
        }
        return environment;
    }

    @Override
    public DrainTimes await(ChildProcess child, DrainTask drain) {
        try (SinkClient status = new SinkClient(port, child, drain)) {
            DrainTimes marks = status.awaitLanded();
            requireCommitted(drain);
            return marks;
        }
    }

    private static void requireCommitted(DrainTask drain) {
        try (KafkaTopics topics = drain.cluster().topics(List.of(KafkaBacklog.TOPIC), drain.name())) {
            long lag = topics.progress().stream()
                    .mapToLong(TopicProgress::remaining)
                    .sum();
            if (lag > 0) {
                throw new LaunchException("sink has flushed, but " + lag + " records are not committed");
            }
        }
    }
}
