package smartcity.validation.chart;

import smartcity.validation.fact.CountedLink;
import smartcity.validation.fact.LinkFlows;

/// The flow of each link beside what was counted.
public final class FlowChart {
    private static final ChartFrame FRAME =
            new ChartFrame(80, 90, 820, 260, new ChartFrame.Range(0, 8, 1), new ChartFrame.Range(0, 160, 20));

    private FlowChart() {}

    /// Draws it.
    ///
    /// @param weeks mean of four weeks
    /// @param day of one weekday
    public static String of(LinkFlows weeks, LinkFlows day) {
        SvgImage svg = new SvgImage(
                960,
                420,
                "Flow by link",
                "Both directions. A weekday carries 6 % more than the average day, and each day differs by up to 8 %.");
        FRAME.ordinate(svg, "1,000 vehicles/day", ChartFrame::whole);
        CountedLink[] links = CountedLink.values();
        for (int i = 0; i < links.length; i++) {
            CountedLink link = links[i];
            double centre = FRAME.xOf(i + 0.5);
            bar(svg, centre - 34, link.vehiclesPerDay(), SvgImage.FAINT);
            bar(svg, centre - 11, weeks.perDay().getOrDefault(link, 0.0), SvgImage.BLUE);
            bar(svg, centre + 12, day.perDay().getOrDefault(link, 0.0), SvgImage.ORANGE);
            svg.text(centre, FRAME.bottom() + 20, "middle", 12, SvgImage.INK, link.title());
        }
        svg.text(490, FRAME.bottom() + 44, "middle", 12, SvgImage.FAINT, "link of the M40, by junctions");
        legend(svg, 80, SvgImage.FAINT, "counted, annual average 2024 (DfT)");
        legend(svg, 330, SvgImage.BLUE, "simulated, mean of four weeks");
        legend(svg, 560, SvgImage.ORANGE, "simulated, the Tuesday of this report");
        return svg.image();
    }

    private static void bar(SvgImage svg, double left, double perDay, String fill) {
        double top = FRAME.yOf(perDay / 1000);
        svg.rectangle(left, top, 22, FRAME.bottom() - top, fill);
    }

    private static void legend(SvgImage svg, double left, String fill, String words) {
        svg.rectangle(left, 64, 12, 12, fill);
        svg.text(left + 18, 74, "start", 12, SvgImage.INK, words);
    }
}
