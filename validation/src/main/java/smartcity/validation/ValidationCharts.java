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
import smartcity.validation.day.TimePeriod;
import smartcity.validation.fact.FactComparisons;

/// The charts of the page.
final class ValidationCharts {
    /// A station in the middle of the road.
    private static final String STATION = "weather-M40-J9";

    private ValidationCharts() {}

    static List<Picture> of(CityDay day, FactComparisons comparisons) {
        double toTen = day.road().junction("M40", "J10").chainageMetres();
        Instant crash = day.period().from().plus(Duration.ofHours(14));
        ModelCollision collision =
                new ModelCollision(toTen - 1000, 2, new TimePeriod(crash, crash.plus(Duration.ofHours(1))));
        CityDay closed = CityDay.fine(day.seed(), day.period(), collision.reports(day.road()));
        TimePeriod view = new TimePeriod(crash.minus(Duration.ofMinutes(30)), crash.plus(Duration.ofMinutes(210)));
        return List.of(
                new Picture(
                        "flow.svg",
                        "Flow by link, by fleet and by cameras",
                        "The published flow of each counted link beside what fleet and cameras count on the simulated day. The cameras"
                                + " count the whole traffic of a Tuesday, which is 6 % above the average day and differs by up to"
                                + " 8 % from other Tuesdays; the demand of that traffic is made from the published flows.",
                        FlowChart.of(comparisons.fleet(), comparisons.cameras())),
                new Picture(
                        "speed-flow.svg",
                        "Speed and flow",
                        "Free traffic moves along the upper branch of the fundamental diagram; behind a closure it drops to the lower one, at"
                                + " the flow that the closure lets pass. Points beside the line are minutes in which a shock passes.",
                        SpeedFlowChart.of(closed, toTen - 3000)),
                new Picture(
                        "time-space.svg",
                        "A queue behind a closure",
                        "The queue grows upstream at the speed of the shock wave, and dissolves from its head when the lanes are open again. The fleet"
                                + " drives through the same field.",
                        new TimeSpaceChart(closed, view, toTen - 25_000, toTen + 5_000)
                                .image(
                                        "M40 northbound: two of three lanes are closed before J10 from 16:00 to 17:00 UTC.")),
                new Picture(
                        "weather.svg",
                        "A day's weather",
                        "The reports of one station; the same weather systems pass the others earlier or later.",
                        WeatherChart.of(day, STATION)));
    }
}
