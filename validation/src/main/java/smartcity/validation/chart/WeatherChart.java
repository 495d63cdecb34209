package smartcity.validation.chart;

import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import smartcity.event.WeatherObservation;
import smartcity.validation.day.CityDay;

/// The observations of one station over a day.
public final class WeatherChart {
    private static final double HIGH = 84;
    private static final double APART = 106;

    private WeatherChart() {}

    /// Draws the chart.
    ///
    /// @param station such as `weather-M40-J9`
    public static String of(CityDay day, String station) {
        List<WeatherObservation> observations = day.weather().stream()
                .filter(observation -> observation.deviceId().equals(station))
                .filter(observation -> day.period().contains(observation.timestamp()))
                .toList();
        SvgImage svg = new SvgImage(
                960,
                660,
                "A day's weather",
                "Station %s, from 02:00 UTC on %s; every five minutes."
                        .formatted(station, day.period().from().toString().substring(0, 10)));
        Panel[] panels = {
            new Panel("°C", "temperature", SvgImage.RED, 5, o -> o.atmosphere().temperatureCelsius()),
            new Panel(
                    "mm/h",
                    "precipitation",
                    SvgImage.BLUE,
                    1,
                    o -> o.atmosphere().precipitationMmPerHour()),
            new Panel("km/h", "wind", SvgImage.GREEN, 10, o -> o.atmosphere().windSpeedKmh()),
            new Panel(
                    "km", "visibility", SvgImage.FAINT, 10, o -> o.atmosphere().visibilityMetres() / 1000),
            new Panel("index, 1-10", "air quality (DAQI)", SvgImage.PURPLE, 2, WeatherObservation::daqi)
        };
        for (int i = 0; i < panels.length; i++) {
            panels[i].draw(svg, 80 + i * APART, observations, day, i == panels.length - 1);
        }
        return svg.image();
    }

    /// One quantity.
    private record Panel(
            String unit, String name, String ink, double step, ToDoubleFunction<WeatherObservation> value) {
        void draw(SvgImage svg, double top, List<WeatherObservation> observations, CityDay day, boolean last) {
            double least = Math.min(
                    0,
                    step
                            * Math.floor(observations.stream()
                                            .mapToDouble(value)
                                            .min()
                                            .orElse(0)
                                    / step));
            double most = step
                    * Math.ceil(0.001
                            + observations.stream().mapToDouble(value).max().orElse(1) / step);
            double marks = step * Math.ceil((most - least) / step / 4);
            ChartFrame frame = new ChartFrame(
                    80,
                    top,
                    840,
                    HIGH,
                    new ChartFrame.Range(0, 24, 2),
                    new ChartFrame.Range(least, least + marks * Math.ceil((most - least) / marks), marks));
            frame.ordinate(svg, unit, ChartFrame::whole);
            frame.abscissa(
                    svg, last ? "time [UTC]" : "", hours -> last ? "%02d:00".formatted((2 + (int) hours) % 24) : "");
            svg.path(
                    observations.stream()
                            .map(o -> frame.point(
                                    Duration.between(day.period().from(), o.timestamp())
                                                    .toSeconds()
                                            / 3600.0,
                                    value.applyAsDouble(o)))
                            .toList(),
                    ink,
                    1.5);
            svg.text(86, top - 5, "start", 12, ink, name);
        }
    }
}
