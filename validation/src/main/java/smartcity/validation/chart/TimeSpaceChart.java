package smartcity.validation.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import smartcity.event.Carriageway;
import smartcity.event.VehicleTelemetry;
import smartcity.road.Junction;
import smartcity.validation.day.CityDay;
import smartcity.validation.day.TimeSpan;
import smartcity.vehicle.fleet.Fleet;

/// The speed of the traffic by time and place, and vehicles of the fleet that drive through it.
public final class TimeSpaceChart {
    private static final int VEHICLES = 250;
    private static final Duration REPORTS = Duration.ofSeconds(30);
    private static final double CELL_METRES = 500;
    private static final Duration CELL_TIME = Duration.ofMinutes(2);
    private static final int SPEED_STEP = 10;
    private static final String[] COLOURS = {
        "#7f1d1d", "#b91c1c", "#dc2626", "#ea580c", "#f59e0b", "#facc15", "#d9f99d", "#bbf7d0", "#86efac", "#4ade80",
        "#22c55e"
    };

    private final CityDay day;
    private final TimeSpan view;
    private final double from;
    private final double until;
    private final ChartFrame frame;

    /// What is shown.
    ///
    /// @param view times
    /// @param from chainage at the lower side [m]
    /// @param until chainage at the upper side [m]
    public TimeSpaceChart(CityDay day, TimeSpan view, double from, double until) {
        this.day = day;
        this.view = view;
        this.from = from;
        this.until = until;
        double minutes = Duration.between(view.from(), view.until()).toMinutes();
        frame = new ChartFrame(
                80,
                90,
                740,
                380,
                new ChartFrame.Range(0, minutes, 30),
                new ChartFrame.Range(from / 1000, until / 1000, 5));
    }

    /// Draws it.
    ///
    /// @param what happens in the view
    public String image(String what) {
        SvgImage svg = new SvgImage(960, 530, "A queue behind a closure", what);
        field(svg);
        for (List<double[]> way : ways()) {
            svg.path(way, SvgImage.INK, 0.8);
        }
        frame.ordinate(svg, "distance from London [km]", ChartFrame::whole);
        frame.abscissa(
                svg,
                "time [UTC]",
                minutes ->
                        view.from().plusSeconds(60 * (long) minutes).toString().substring(11, 16));
        for (Junction junction : day.road().junctions()) {
            if (junction.road().equals("M40")
                    && junction.chainageMetres() > from
                    && junction.chainageMetres() < until) {
                double y = frame.yOf(junction.chainageMetres() / 1000);
                svg.line(frame.right(), y, frame.right() + 6, y, SvgImage.INK, 1);
                svg.text(
                        frame.right() + 9,
                        y + 4,
                        "start",
                        11,
                        SvgImage.INK,
                        junction.name().replaceFirst(" .*", ""));
            }
        }
        legend(svg);
        return svg.image();
    }

    private void field(SvgImage svg) {
        double high = frame.height() / (until - from) * CELL_METRES;
        for (double place = from; place < until; place += CELL_METRES) {
            double y = frame.yOf((place + CELL_METRES) / 1000);
            int held = -1;
            double begun = frame.left();
            double x = begun;
            for (Instant instant : view.every(CELL_TIME).toList()) {
                int colour = colour(place + CELL_METRES / 2, instant);
                if (colour != held && held >= 0) {
                    svg.rectangle(begun, y, x - begun + 0.3, high + 0.3, COLOURS[held]);
                    begun = x;
                }
                held = colour;
                x += frame.width() / frame.x().most() * CELL_TIME.toMinutes();
            }
            svg.rectangle(begun, y, frame.right() - begun, high + 0.3, COLOURS[held]);
        }
    }

    private int colour(double place, Instant instant) {
        double speed = day.traffic()
                .stateAt(place, Carriageway.NORTHBOUND, (double) instant.getEpochSecond())
                .speedKmh();
        return Math.clamp((int) (speed / SPEED_STEP), 0, COLOURS.length - 1);
    }

    /// Where each vehicle of the fleet is, as vehicle_data tells it; one way for each crossing of the view.
    private List<List<double[]>> ways() {
        Fleet fleet = new Fleet(day.seed(), day.road(), day.traffic(), new Fleet.Size(VEHICLES, REPORTS), view.from());
        Map<String, List<double[]>> open = new TreeMap<>();
        List<List<double[]>> ways = new ArrayList<>();
        Map<String, Double> places = new TreeMap<>();
        CityDay.told(fleet, view.until())
                .filter(VehicleTelemetry.class::isInstance)
                .map(VehicleTelemetry.class::cast)
                .forEach(told -> {
                    double place = day.road().chainageNear(told.location());
                    Double before = places.put(told.deviceId(), place);
                    boolean within = before != null && place >= before && place > from && place < until;
                    if (within) {
                        double minutes =
                                Duration.between(view.from(), told.timestamp()).toMillis() / 60_000.0;
                        open.computeIfAbsent(told.deviceId(), id -> begun(ways))
                                .add(frame.point(minutes, place / 1000));
                    } else {
                        open.remove(told.deviceId());
                    }
                });
        return ways.stream().filter(way -> way.size() > 4).toList();
    }

    private static List<double[]> begun(List<List<double[]>> ways) {
        List<double[]> way = new ArrayList<>();
        ways.add(way);
        return way;
    }

    private void legend(SvgImage svg) {
        double wide = 28;
        for (int i = 0; i < COLOURS.length; i++) {
            svg.rectangle(80 + i * wide, 60, wide, 12, COLOURS[i]);
            svg.text(80 + i * wide, 84, "middle", 10, SvgImage.FAINT, Integer.toString(i * SPEED_STEP));
        }
        svg.text(80 + COLOURS.length * wide + 12, 71, "start", 12, SvgImage.INK, "mean speed of the traffic [km/h]");
        svg.line(620, 66, 650, 66, SvgImage.INK, 0.8);
        svg.text(658, 71, "start", 12, SvgImage.INK, "a vehicle of the fleet");
    }
}
