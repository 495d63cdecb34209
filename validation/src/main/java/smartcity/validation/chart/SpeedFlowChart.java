package smartcity.validation.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import smartcity.event.Carriageway;
import smartcity.road.RoadsideUnit;
import smartcity.road.RoadsideUnits;
import smartcity.validation.day.CityDay;
import smartcity.vehicle.traffic.TrafficState;

/// Speed by flow at one place: the minutes of a day beside the fundamental diagram.
public final class SpeedFlowChart {
    private static final ChartFrame FRAME =
            new ChartFrame(80, 90, 820, 340, new ChartFrame.Range(0, 7000, 1000), new ChartFrame.Range(0, 120, 20));

    private SpeedFlowChart() {}

    /// Draws the chart.
    ///
    /// @param day with a queue at the place
    /// @param nearMetres chainage; the chart is of the nearest roadside unit [m]
    public static String of(CityDay day, double nearMetres) {
        RoadsideUnit unit = new RoadsideUnits(day.road()).nearest(nearMetres);
        SvgImage svg = new SvgImage(
                960,
                490,
                "Speed and flow",
                "M40 northbound at %s, 3 lanes: the minutes of a weekday on which a collision closes two lanes downstream for an hour."
                        .formatted(unit.id()));
        FRAME.ordinate(svg, "mean speed [km/h]", ChartFrame::whole);
        FRAME.abscissa(svg, "flow, all lanes [vehicles/h]", ChartFrame::whole);
        for (Instant minute : day.period().every(Duration.ofMinutes(1)).toList()) {
            TrafficState state = day.traffic()
                    .stateAt(unit.chainageMetres(), Carriageway.NORTHBOUND, (double) minute.getEpochSecond());
            String ink = state.congested() ? SvgImage.RED : SvgImage.BLUE;
            svg.circle(FRAME.xOf(state.flowPerHour()), FRAME.yOf(state.speedKmh()), 2, ink);
        }
        svg.path(diagram(day, unit.chainageMetres()), SvgImage.INK, 1.2);
        svg.line(80, 71, 104, 71, SvgImage.INK, 1.2);
        svg.text(112, 75, "start", 12, SvgImage.INK, "fundamental diagram (Van Aerde) of the place");
        svg.circle(440, 71, 4, SvgImage.BLUE);
        svg.text(452, 75, "start", 12, SvgImage.INK, "a minute of free traffic");
        svg.circle(630, 71, 4, SvgImage.RED);
        svg.text(642, 75, "start", 12, SvgImage.INK, "a minute in the queue");
        return svg.image();
    }

    private static List<double[]> diagram(CityDay day, double chainage) {
        List<double[]> points = new ArrayList<>();
        double speed = 1;
        for (double density = 0; speed > 0; density += 0.5) {
            speed = day.traffic().speedAtDensity(chainage, Carriageway.NORTHBOUND, density);
            points.add(FRAME.point(density * speed, speed));
        }
        return points;
    }
}
