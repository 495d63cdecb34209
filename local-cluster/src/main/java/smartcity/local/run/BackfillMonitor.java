package smartcity.local.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import smartcity.local.child.LaunchException;
import smartcity.local.infra.BackfillProgress;
import smartcity.local.infra.SimulatedPeriod;

/// How far the simulators have told the period of a run, as Kafka knows it.
record BackfillMonitor(BackfillProgress told) {
    /// One line for people.
    String line() {
        SimulatedPeriod period = told.period();
        String each = CityService.SIMULATORS.stream()
                .map(service -> service.module() + " " + period.percentBefore(told.until(service.module())) + " %")
                .collect(Collectors.joining(", "));
        return "Told: " + each + "; all of them until " + reached();
    }

    boolean isComplete() {
        return CityService.SIMULATORS.stream().allMatch(this::isComplete);
    }

    boolean isComplete(CityService service) {
        return told.isComplete(service.module());
    }

    /// Fails if another run has told something of the period, which would then be there twice.
    ///
    /// @param inside gives the number of records that a topic holds of the period
    void requireUntold(ToLongFunction<String> inside) {
        for (CityService service : CityService.SIMULATORS) {
            if (!told.isBegun(service.module())) {
                service.topics().stream()
                        .map(topic -> CitySettings.nameOf(topic, System.getenv()))
                        .forEach(topic -> requireNone(topic, inside.applyAsLong(topic)));
            }
        }
    }

    private void requireNone(String topic, long records) {
        if (records > 0) {
            throw new LaunchException(topic + " holds " + LiveTable.count(records) + " records of " + told.period()
                    + " already, which another run has told: choose another period, or another folder with --data");
        }
    }

    /// The sentence for a period that is not told to its end.
    String unfinished() {
        return "The period is told until " + reached() + ": the same command goes on from there";
    }

    private String reached() {
        return CityService.SIMULATORS.stream()
                .map(service -> told.until(service.module()))
                .min(Instant::compareTo)
                .orElseThrow()
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }
}
