package smartcity.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import smartcity.report.Page.Picture;
import smartcity.report.chart.FlowChart;
import smartcity.report.chart.SpeedFlowChart;
import smartcity.report.chart.TimeSpaceChart;
import smartcity.report.chart.WeatherChart;
import smartcity.report.day.CityDay;
import smartcity.report.day.Collision;
import smartcity.report.day.Period;
import smartcity.report.fact.Findings;
import smartcity.report.fact.LinkFlows;

/// The charts of the report.
final class Charts {
    /// A station in the middle of the road.
    private static final String STATION = "weather-M40-J9";

    private Charts() {}

    static List<Picture> of(CityDay day, Findings findings) {
        LinkFlows flows = LinkFlows.in(day.traffic(), day.road(), day.period());
        double toTen = day.road().junction("M40", "J10").chainageMetres();
        Instant crash = day.period().from().plus(Duration.ofHours(14));
        Collision collision = new Collision(toTen - 1000, 2, new Period(crash, crash.plus(Duration.ofHours(1))));
        CityDay closed = CityDay.fine(day.seed(), day.period(), collision.reports(day.road()));
        Period view = new Period(crash.minus(Duration.ofMinutes(30)), crash.plus(Duration.ofMinutes(210)));
        return List.of(
                new Picture(
                        "flow.svg",
                        "Flow by link",
                        "What passes the middle of each link in a day, beside what was counted."
                                + " All links share the weeks' ups and downs: a mean of four has a standard deviation of 0.9 %.",
                        FlowChart.of(findings.weeks(), flows)),
                new Picture(
                        "speed-flow.svg",
                        "Speed and flow",
                        "Free traffic moves along the upper branch of the fundamental diagram; behind a closure it drops to the lower one, at"
                                + " the flow that the closure lets pass. Points beside the line are minutes in which a shock passes.",
                        SpeedFlowChart.of(closed, toTen - 3000)),
                new Picture(
                        "time-space.svg",
                        "A queue behind a closure",
                        "The queue grows upstream at the speed of the shock wave, and dissolves from its head once the lanes are open. The fleet"
                                + " drives through the same field.",
                        new TimeSpaceChart(closed, view, toTen - 25_000, toTen + 5_000)
                                .image(
                                        "M40 northbound: two of three lanes are closed before J10 from 16:00 to 17:00 UTC.")),
                new Picture(
                        "weather.svg",
                        "A day's weather",
                        "What one station tells; the others see the same systems pass earlier or later.",
                        WeatherChart.of(day, STATION)));
    }
}
