package smartcity.bench.generate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import smartcity.bench.cluster.TemporaryCluster;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.ChildProgram;
import smartcity.local.child.LaunchException;
import smartcity.local.infra.LoopbackPort;
import smartcity.local.infra.PackagedService;

/// The packaged vehicle simulator in a backfill, on its defaults but for the fleet.
///
/// @param workload what it generates
/// @param flags of the JVM
/// @param application what runs
record SimulatorContender(FleetWorkload workload, List<String> flags, PackagedService application)
        implements GenerateContender {
    static final String NAME = "vehicle-simulator";

    private static final int LAST_LINES = 20;
    private static final Pattern BACKFILLED =
            Pattern.compile("Backfilled .*\\brecords=(\\d+) .*\\bseconds=(\\d+)[.,](\\d+)");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return (application.executable().isPresent() ? "the native executable" : "the packaged service")
                + " in a backfill of " + workload.period() + " from " + FleetWorkload.FROM + " with "
                + workload.vehicles() + " vehicles, interval " + FleetWorkload.INTERVAL
                + ", cameras too, inputs off; " + String.join(" ", flags);
    }

    @Override
    public ChildProgram program(TemporaryCluster cluster, int round) {
        Map<String, String> environment = new HashMap<>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", cluster.infra().bootstrapServers());
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(LoopbackPort.anyFree()));
        environment.put("SIMULATION_SEED", Long.toString(FleetWorkload.SEED));
        environment.put("SIMULATION_START", FleetWorkload.FROM.toString());
        environment.put("SIMULATION_UNTIL", workload.until().toString());
        environment.put("VEHICLE_COUNT", Integer.toString(workload.vehicles()));
        environment.put("VEHICLE_INTERVAL", FleetWorkload.INTERVAL.toString());
        environment.put("COUPLING_INPUTS", "off");
        for (String topic : List.of("VEHICLE", "GPS", "TRAFFIC")) {
            environment.put(topic + "_TOPIC", topic + "-" + round);
        }
        return application.program(NAME + "-" + round, flags, environment);
    }

    @Override
    public ReportedDelivery delivery(ChildProcess child) {
        return parse(child.lastLines(LAST_LINES));
    }

    /// Finds the line with which a backfill ends.
    static ReportedDelivery parse(List<String> lines) {
        for (String line : lines.reversed()) {
            Matcher match = BACKFILLED.matcher(line);
            if (match.find()) {
                return new ReportedDelivery(
                        Long.parseLong(match.group(1)), Double.parseDouble(match.group(2) + "." + match.group(3)));
            }
        }
        throw new LaunchException(NAME + " did not print what it backfilled; it printed:\n" + String.join("\n", lines));
    }
}
