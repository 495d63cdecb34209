package smartcity.validation.chart;

import smartcity.demand.RoadLink;
import smartcity.validation.fact.CameraFlows;
import smartcity.validation.fact.FleetCounts;

/// The flow of each counted link: published, and counted on the simulated day by fleet and cameras.
public final class FlowChart {
    private static final ChartFrame FRAME =
            new ChartFrame(80, 90, 820, 260, new ChartFrame.Range(0, 8, 1), new ChartFrame.Range(0, 160, 20));

    private FlowChart() {}

    /// Draws the chart.
    public static String of(FleetCounts fleet, CameraFlows cameras) {
        SvgImage svg = new SvgImage(
                960,
                420,
                "Flow by link",
                "Both directions. The fleet's bars add up to the published ones, as a fleet is a sample. No camera is on J14-J15.");
        FRAME.ordinate(svg, "1,000 vehicles/day", ChartFrame::whole);
        double total = RoadLink.counted().stream()
                .mapToDouble(RoadLink::vehiclesPerDay)
                .sum();
        double centre = FRAME.xOf(0.5);
        for (RoadLink link : RoadLink.counted()) {
            bar(svg, centre - 34, link.vehiclesPerDay(), SvgImage.FAINT);
            bar(svg, centre - 11, fleet.percentOn(link) / 100 * total, SvgImage.BLUE);
            double right = centre + 12;
            cameras.flowOf(link).ifPresent(flow -> bar(svg, right, flow, SvgImage.ORANGE));
            svg.text(centre, FRAME.bottom() + 20, "middle", 12, SvgImage.INK, link.title());
            centre += FRAME.width() / RoadLink.counted().size();
        }
        svg.text(490, FRAME.bottom() + 44, "middle", 12, SvgImage.FAINT, "link of the M40, by junctions");
        legend(svg, 80, SvgImage.FAINT, "counted, annual average 2024 (DfT)");
        legend(svg, 330, SvgImage.BLUE, "simulated, by the fleet");
        legend(svg, 520, SvgImage.ORANGE, "simulated, by the cameras on the day");
        return svg.image();
    }

    private static void bar(SvgImage svg, double left, double perDay, String fill) {
        double top = FRAME.yOf(perDay / 1000);
        svg.rectangle(left, top, 22, FRAME.bottom() - top, fill);
    }

    private static void legend(SvgImage svg, double left, String fill, String label) {
        svg.rectangle(left, 64, 12, 12, fill);
        svg.text(left + 18, 74, "start", 12, SvgImage.INK, label);
    }
}
