package smartcity.validation.fact;

import java.util.ArrayList;
import java.util.List;
import smartcity.event.TrafficReport;
import smartcity.validation.day.CityDay;
import smartcity.validation.day.TimeSpan;
import smartcity.vehicle.traffic.TrafficField;

/// All that is compared.
///
/// @param rows by subject
/// @param weeks the flows of four whole weeks
public record FactComparisons(List<FactComparison> rows, LinkFlows weeks) {
    private static final TimeSpan WEEKS = new TimeSpan(
            TimeSpan.day("2026-11-02").from(), TimeSpan.day("2026-11-29").until());

    public FactComparisons {
        rows = List.copyOf(rows);
    }

    /// Takes half a minute.
    public static FactComparisons on(CityDay day) {
        LinkFlows weeks = LinkFlows.in(new TrafficField(day.seed(), day.road()), day.road(), WEEKS);
        List<TrafficReport> cameras = CameraCounts.told(day);
        List<FactComparison> rows = new ArrayList<>(weeks.findings());
        rows.addAll(LorryShares.on(day.road(), cameras).findings());
        rows.addAll(FreeSpeeds.of(day.seed(), day.road()).findings());
        rows.addAll(JourneyTimes.on(day).findings());
        rows.addAll(IncidentCounts.on(day).findings());
        rows.addAll(CameraCounts.of(day, cameras).findings());
        return new FactComparisons(rows, weeks);
    }
}
