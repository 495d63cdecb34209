package smartcity.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The colours of the speeds, dark and light, as people with each kind of colour blindness see them.
class SpeedPaletteTest {
    private static final Pattern COLOR = Pattern.compile("--speed-(?:\\d|none): #([0-9a-f]{6});");

    /// Standing to free, and unknown.
    private static final int COLORS = 7;

    /// Distance in CIELAB at which two areas differ plainly; chosen: several times what is just noticed, 2.3.
    private static final double PLAIN = 15;

    /// Between traffic that is slow and traffic that flows; chosen.
    private static final double WIDE = 22;

    /// What an eye makes of linear RGB. Source: Machado, Oliveira and Fernandes, A Physiologically-based Model for
    /// Simulation of Color Vision Deficiency, 2009, severity 1.0.
    enum Eye {
        NORMAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
        PROTANOPIA(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
        DEUTERANOPIA(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
        TRITANOPIA(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900);

        @SuppressWarnings("ImmutableEnumChecker") // nothing writes to it
        private final double[] matrix;

        Eye(double... matrix) {
            this.matrix = matrix;
        }

        double[] see(double[] rgb) {
            double[] seen = times(matrix, rgb);
            for (int i = 0; i < seen.length; i++) {
                seen[i] = Math.clamp(seen[i], 0.0, 1.0);
            }
            return seen;
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachColorDiffersPlainlyFromEveryOther(Eye eye) throws IOException {
        List<String> colors = colors();

        assertThat(colors).hasSize(2 * COLORS);
        for (int theme = 0; theme < colors.size(); theme += COLORS) {
            for (int one = theme; one < theme + COLORS; one++) {
                for (int other = one + 1; other < theme + COLORS; other++) {
                    assertThat(distance(eye, colors.get(one), colors.get(other)))
                            .as("%s and %s", colors.get(one), colors.get(other))
                            .isGreaterThan(one - theme <= 2 && other - theme >= 4 && other - theme <= 5 ? WIDE : PLAIN);
                }
            }
        }
    }

    /// Those of the dark page, then those of the light one.
    private static List<String> colors() throws IOException {
        List<String> colors = new ArrayList<>();
        Matcher color = COLOR.matcher(PageFile.text("css/page.css"));
        while (color.find()) {
            colors.add(color.group(1));
        }
        return colors;
    }

    private static double distance(Eye eye, String one, String other) {
        double[] a = lab(eye.see(linear(one)));
        double[] b = lab(eye.see(linear(other)));
        return Math.sqrt(square(a[0] - b[0]) + square(a[1] - b[1]) + square(a[2] - b[2]));
    }

    private static double[] linear(String hex) {
        double[] rgb = new double[3];
        for (int i = 0; i < 3; i++) {
            double value = Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16) / 255.0;
            rgb[i] = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        }
        return rgb;
    }

    /// CIELAB of linear sRGB, white point D65. Source: IEC 61966-2-1 and ISO/CIE 11664-4.
    private static double[] lab(double[] rgb) {
        double[] xyz = times(
                new double[] {
                    0.4124564, 0.3575761, 0.1804375, 0.2126729, 0.7151522, 0.0721750, 0.0193339, 0.1191920, 0.9503041
                },
                rgb);
        double x = response(xyz[0] / 0.95047);
        double y = response(xyz[1]);
        double z = response(xyz[2] / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double response(double value) {
        return value > 216.0 / 24_389 ? Math.cbrt(value) : (24_389.0 / 27 * value + 16) / 116;
    }

    private static double[] times(double[] matrix, double[] vector) {
        double[] result = new double[3];
        for (int i = 0; i < 9; i++) {
            result[i / 3] += matrix[i] * vector[i % 3];
        }
        return result;
    }

    private static double square(double value) {
        return value * value;
    }
}
