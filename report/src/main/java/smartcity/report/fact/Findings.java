package smartcity.report.fact;

import java.util.ArrayList;
import java.util.List;
import smartcity.event.TrafficReport;
import smartcity.report.day.CityDay;
import smartcity.report.day.Period;
import smartcity.vehicle.traffic.TrafficField;

/// All that is compared.
///
/// @param rows by subject
/// @param weeks the flows of four whole weeks
public record Findings(List<Finding> rows, LinkFlows weeks) {
    private static final Period WEEKS =
            new Period(Period.day("2026-11-02").from(), Period.day("2026-11-29").until());

    public Findings {
        rows = List.copyOf(rows);
    }

    /// Takes half a minute.
    public static Findings on(CityDay day) {
        LinkFlows weeks = LinkFlows.in(new TrafficField(day.seed(), day.road()), day.road(), WEEKS);
        List<TrafficReport> cameras = CameraCounts.told(day);
        List<Finding> rows = new ArrayList<>(weeks.findings());
        rows.addAll(Lorries.on(day.road(), cameras).findings());
        rows.addAll(FreeSpeeds.of(day.seed(), day.road()).findings());
        rows.addAll(JourneyTimes.on(day).findings());
        rows.addAll(IncidentCounts.on(day).findings());
        rows.addAll(CameraCounts.of(day, cameras).findings());
        return new Findings(rows, weeks);
    }
}
