package smartcity.validation.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import smartcity.event.Carriageway;
import smartcity.event.VehicleTelemetry;
import smartcity.road.Junction;
import smartcity.validation.day.CityDay;
import smartcity.validation.day.TimePeriod;
import smartcity.vehicle.fleet.Fleet;

/// The speed of the traffic by time and place, and vehicles of the fleet that drive through it.
public final class TimeSpaceChart {
    private static final int VEHICLES = 250;
    private static final Duration REPORTS = Duration.ofSeconds(30);
    private static final double CELL_METRES = 500;
    /// Further than a vehicle drives between two reports.
    private static final double MARGIN_DEGREES = 0.05;

    private static final Duration CELL_TIME = Duration.ofMinutes(2);
    private static final int SPEED_STEP = 10;
    private static final String[] COLOURS = {
        "#7f1d1d", "#b91c1c", "#dc2626", "#ea580c", "#f59e0b", "#facc15", "#d9f99d", "#bbf7d0", "#86efac", "#4ade80",
        "#22c55e"
    };

    private final CityDay day;
    private final TimePeriod view;
    private final double from;
    private final double until;
    private final ChartFrame frame;

    /// Selects what the chart shows.
    ///
    /// @param view period
    /// @param from chainage at the lower side [m]
    /// @param until chainage at the upper side [m]
    public TimeSpaceChart(CityDay day, TimePeriod view, double from, double until) {
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

    /// Draws the chart.
    ///
    /// @param subtitle what happens in the period
    public String image(String subtitle) {
        SvgImage svg = new SvgImage(960, 530, "A queue behind a closure", subtitle);
        field(svg);
        for (List<double[]> path : paths()) {
            svg.path(path, SvgImage.INK, 0.8);
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
            OptionalInt drawn = OptionalInt.empty();
            double start = frame.left();
            double x = start;
            for (Instant instant : view.every(CELL_TIME).toList()) {
                int colour = colour(place + CELL_METRES / 2, instant);
                if (drawn.isPresent() && drawn.getAsInt() != colour) {
                    svg.rectangle(start, y, x - start + 0.3, high + 0.3, COLOURS[drawn.getAsInt()]);
                    start = x;
                }
                drawn = OptionalInt.of(colour);
                x += frame.width() / frame.x().most() * CELL_TIME.toMinutes();
            }
            svg.rectangle(start, y, frame.right() - start, high + 0.3, COLOURS[drawn.orElseThrow()]);
        }
    }

    private int colour(double place, Instant instant) {
        double speed = day.traffic()
                .stateAt(place, Carriageway.NORTHBOUND, (double) instant.getEpochSecond())
                .speedKmh();
        return Math.clamp((int) (speed / SPEED_STEP), 0, COLOURS.length - 1);
    }

    /// The places of each vehicle by its vehicle_data records; one path for each crossing of the view.
    private List<List<double[]>> paths() {
        Fleet fleet = new Fleet(day.seed(), day.road(), day.traffic(), new Fleet.Size(VEHICLES, REPORTS), view.from());
        Map<String, List<double[]>> open = new TreeMap<>();
        List<List<double[]>> paths = new ArrayList<>();
        Map<String, Double> places = new TreeMap<>();
        CityDay.eventsOf(fleet, view.until())
                .filter(VehicleTelemetry.class::isInstance)
                .map(VehicleTelemetry.class::cast)
                .filter(this::mayBeInView)
                .forEach(record -> {
                    double place = day.road().chainageNear(record.location());
                    Double before = places.put(record.deviceId(), place);
                    boolean within = before != null && place >= before && place > from && place < until;
                    if (within) {
                        double minutes = Duration.between(view.from(), record.timestamp())
                                        .toMillis()
                                / 60_000.0;
                        open.computeIfAbsent(record.deviceId(), id -> started(paths))
                                .add(frame.point(minutes, place / 1000));
                    } else {
                        open.remove(record.deviceId());
                    }
                });
        return paths.stream().filter(path -> path.size() > 4).toList();
    }

    /// A quick test that spares most vehicles the search for their chainage.
    private boolean mayBeInView(VehicleTelemetry record) {
        double latitude = record.location().latitude();
        return latitude > day.road().locationAt(from).latitude() - MARGIN_DEGREES
                && latitude < day.road().locationAt(until).latitude() + MARGIN_DEGREES;
    }

    private static List<double[]> started(List<List<double[]>> paths) {
        List<double[]> path = new ArrayList<>();
        paths.add(path);
        return path;
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
