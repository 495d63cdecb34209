package smartcity.validation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import smartcity.validation.ValidationPage.Picture;
import smartcity.validation.chart.FlowChart;
import smartcity.validation.chart.SpeedFlowChart;
import smartcity.validation.chart.TimeSpaceChart;
import smartcity.validation.chart.WeatherChart;
import smartcity.validation.day.CityDay;
import smartcity.validation.day.ModelCollision;
import smartcity.validation.day.TimeSpan;
import smartcity.validation.fact.FactComparisons;
import smartcity.validation.fact.LinkFlows;

/// The charts of the report.
final class ValidationCharts {
    /// A station in the middle of the road.
    private static final String STATION = "weather-M40-J9";

    private ValidationCharts() {}

    static List<Picture> of(CityDay day, FactComparisons findings) {
        LinkFlows flows = LinkFlows.in(day.traffic(), day.road(), day.period());
        double toTen = day.road().junction("M40", "J10").chainageMetres();
        Instant crash = day.period().from().plus(Duration.ofHours(14));
        ModelCollision collision =
                new ModelCollision(toTen - 1000, 2, new TimeSpan(crash, crash.plus(Duration.ofHours(1))));
        CityDay closed = CityDay.fine(day.seed(), day.period(), collision.reports(day.road()));
        TimeSpan view = new TimeSpan(crash.minus(Duration.ofMinutes(30)), crash.plus(Duration.ofMinutes(210)));
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
