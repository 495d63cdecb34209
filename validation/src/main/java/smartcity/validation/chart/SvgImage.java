package smartcity.validation.chart;

import java.util.List;
import java.util.Locale;

/// Writes one SVG image, element by element. It has a light background of its own, so that it looks the same on
/// light and dark pages.
final class SvgImage {
    static final String INK = "#1e293b";
    static final String FAINT = "#64748b";
    static final String GRID = "#e2e8f0";
    static final String BLUE = "#2563eb";
    static final String ORANGE = "#d97706";
    static final String RED = "#dc2626";
    static final String GREEN = "#15803d";
    static final String PURPLE = "#7c3aed";

    private final StringBuilder body = new StringBuilder();
    private final int width;
    private final int height;

    SvgImage(int width, int height, String title, String subtitle) {
        this.width = width;
        this.height = height;
        text(20, 28, "start", 16, INK, title);
        text(20, 48, "start", 12, FAINT, subtitle);
    }

    void rectangle(double x, double y, double wide, double high, String fill) {
        add(String.format(
                Locale.ROOT, "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' fill='%s'/>", x, y, wide, high, fill));
    }

    void line(double x1, double y1, double x2, double y2, String stroke, double thickness) {
        add(String.format(
                Locale.ROOT,
                "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='%s' stroke-width='%.1f'/>",
                x1,
                y1,
                x2,
                y2,
                stroke,
                thickness));
    }

    void circle(double x, double y, double radius, String fill) {
        add(String.format(Locale.ROOT, "<circle cx='%.1f' cy='%.1f' r='%.1f' fill='%s'/>", x, y, radius, fill));
    }

    /// A line through points.
    ///
    /// @param points x and y of each
    void path(List<double[]> points, String stroke, double thickness) {
        StringBuilder places = new StringBuilder();
        for (double[] point : points) {
            places.append(String.format(Locale.ROOT, "%s%.1f %.1f", places.isEmpty() ? "M" : "L", point[0], point[1]));
        }
        add(String.format(
                Locale.ROOT, "<path d='%s' fill='none' stroke='%s' stroke-width='%.1f'/>", places, stroke, thickness));
    }

    /// @param anchor start, middle or end: the part of the text that is at the place
    void text(double x, double y, String anchor, int size, String fill, String text) {
        add(String.format(
                Locale.ROOT,
                "<text x='%.1f' y='%.1f' text-anchor='%s' font-size='%d' fill='%s'>%s</text>",
                x,
                y,
                anchor,
                size,
                fill,
                escaped(text)));
    }

    /// Text that runs upwards.
    void upright(double x, double y, String text) {
        add(String.format(
                Locale.ROOT,
                "<text transform='translate(%.1f %.1f) rotate(-90)' text-anchor='middle' font-size='12' fill='%s'>%s</text>",
                x,
                y,
                FAINT,
                escaped(text)));
    }

    private void add(String element) {
        body.append(element.replace('\'', '"')).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;");
    }

    /// The whole image.
    String image() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" \
                font-family="Helvetica, Arial, sans-serif" role="img">
                <rect width="%1$d" height="%2$d" rx="12" fill="#f8fafc"/>
                %3$s</svg>
                """.formatted(width, height, body);
    }
}
