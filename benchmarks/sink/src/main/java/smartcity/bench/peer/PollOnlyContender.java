package smartcity.bench.peer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.AppInfoParser;
import smartcity.bench.backlog.KafkaBacklog;
import smartcity.bench.drain.DrainContender;
import smartcity.bench.drain.DrainTask;
import smartcity.bench.drain.DrainTimes;
import smartcity.bench.drain.LandedData;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.ChildProgram;
import smartcity.local.child.JavaCommand;

/// The upper limit: a loop that polls and counts.
public final class PollOnlyContender implements DrainContender {
    @Override
    public String name() {
        return "bare";
    }

    @Override
    public String description() {
        return "KafkaConsumer " + AppInfoParser.getVersion() + " that only counts, -Xmx256m: the ceiling";
    }

    @Override
    public Optional<String> obstacle() {
        return Optional.empty();
    }

    @Override
    public ChildProgram program(DrainTask drain) {
        List<String> main = List.of(
                "-cp",
                System.getProperty("java.class.path"),
                PollOnlyLoop.class.getName(),
                drain.cluster().infra().bootstrapServers(),
                KafkaBacklog.TOPIC);
        return JavaCommand.program(drain.name(), List.of("-Xmx256m"), main, Map.of());
    }

    @Override
    public DrainTimes await(ChildProcess child, DrainTask drain) {
        return DrainLogLines.atEnd(child, drain);
    }

    @Override
    public LandedData landed(ChildProcess child, DrainTask drain) {
        long records = DrainLogLines.value(child, "records").orElse(0L);
        return new LandedData(records, records, 0, 0);
    }
}
