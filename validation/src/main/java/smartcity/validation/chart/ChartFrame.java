package smartcity.validation.chart;

import java.util.Locale;
import java.util.function.DoubleFunction;

/// The rectangle of a chart in which data is drawn, and its scales.
///
/// @param left x of its left side
/// @param top y of its upper side
/// @param x horizontal scale
/// @param y vertical scale
record ChartFrame(double left, double top, double width, double height, Range x, Range y) {
    /// A scale.
    ///
    /// @param least value at its start
    /// @param most value at its end
    /// @param step between two marks
    record Range(double least, double most, double step) {
        double shareOf(double value) {
            return (value - least) / (most - least);
        }
    }

    double xOf(double value) {
        return left + width * x.shareOf(value);
    }

    double yOf(double value) {
        return top + height * (1 - y.shareOf(value));
    }

    double bottom() {
        return top + height;
    }

    double right() {
        return left + width;
    }

    double[] point(double valueX, double valueY) {
        return new double[] {xOf(valueX), yOf(valueY)};
    }

    /// Draws marks and values along the lower side, and a label.
    void abscissa(SvgImage svg, String label, DoubleFunction<String> text) {
        for (double value = x.least(); value <= x.most() + x.step() / 1000; value += x.step()) {
            svg.line(xOf(value), top, xOf(value), bottom() + 4, SvgImage.GRID, 1);
            svg.text(xOf(value), bottom() + 17, "middle", 11, SvgImage.FAINT, text.apply(value));
        }
        svg.text(left + width / 2, bottom() + 36, "middle", 12, SvgImage.FAINT, label);
    }

    /// Draws marks and values along the left side, and a label.
    void ordinate(SvgImage svg, String label, DoubleFunction<String> text) {
        for (double value = y.least(); value <= y.most() + y.step() / 1000; value += y.step()) {
            svg.line(left - 4, yOf(value), right(), yOf(value), SvgImage.GRID, 1);
            svg.text(left - 8, yOf(value) + 4, "end", 11, SvgImage.FAINT, text.apply(value));
        }
        svg.upright(left - 48, top + height / 2, label);
    }

    /// A whole number with groups of thousands.
    static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }
}
