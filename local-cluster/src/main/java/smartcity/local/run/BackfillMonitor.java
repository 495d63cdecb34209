package smartcity.local.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import smartcity.local.child.LaunchException;
import smartcity.local.infra.BackfillProgress;
import smartcity.local.infra.SimulatedPeriod;

/// What the simulators have emitted of the period of a run, by what Kafka has committed.
record BackfillMonitor(BackfillProgress progress) {
    /// One line of output.
    String line() {
        SimulatedPeriod period = progress.period();
        String each = CityService.SIMULATORS.stream()
                .map(service -> service.module() + " " + period.percentBefore(progress.until(service.module())) + " %")
                .collect(Collectors.joining(", "));
        return "Emitted: " + each + "; all of them until " + reached();
    }

    boolean isComplete() {
        return CityService.SIMULATORS.stream().allMatch(this::isComplete);
    }

    boolean isComplete(CityService service) {
        return progress.isComplete(service.module());
    }

    /// Fails if another run has emitted something of the period, which would then be there twice.
    ///
    /// @param inside gives the number of records that a topic holds of the period
    void requireNotBegun(ToLongFunction<String> inside) {
        for (CityService service : CityService.SIMULATORS) {
            if (!progress.isBegun(service.module())) {
                service.topics().stream()
                        .map(topic -> CitySettings.nameOf(topic, System.getenv()))
                        .forEach(topic -> requireNone(topic, inside.applyAsLong(topic)));
            }
        }
    }

    private void requireNone(String topic, long records) {
        if (records > 0) {
            throw new LaunchException(topic + " holds " + LiveTable.count(records) + " records of " + progress.period()
                    + " already, which another run has emitted: choose another period, or another folder with --data");
        }
    }

    /// The message for a period that is not emitted to its end.
    String unfinished() {
        return "The period is emitted until " + reached() + ": the same command continues from there";
    }

    private String reached() {
        return CityService.SIMULATORS.stream()
                .map(service -> progress.until(service.module()))
                .min(Instant::compareTo)
                .orElseThrow()
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }
}
