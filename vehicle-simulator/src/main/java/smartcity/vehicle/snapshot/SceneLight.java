package smartcity.vehicle.snapshot;

/// The light of an hour and its effect on the colours.
///
/// The elevations are those of civil twilight and of the golden hour; all other figures are chosen.
final class SceneLight {
    /// Elevation of the sun below which it is night, and above which it is full day [deg].
    private static final double NIGHT = -6;

    private static final double DAY = 8;

    /// Share of the colours that remains at night: red, green, blue.
    private static final double[] AT_NIGHT = {0.13, 0.14, 0.2};

    /// Greatest share that a low sun adds to the colours on the ground and in the sky.
    private static final double[] LOW_SUN = {0.1, 0.02, -0.05};

    private static final double[] LOW_SUN_IN_THE_SKY = {0.5, 0.08, -0.2};

    private final double daylight;
    private final double glow;

    /// @param sunDegrees elevation of the sun
    SceneLight(double sunDegrees) {
        daylight = Math.clamp((sunDegrees - NIGHT) / (DAY - NIGHT), 0, 1);
        glow = 4 * daylight * (1 - daylight);
    }

    /// Whether vehicles drive with their lights on.
    boolean dark() {
        return daylight < 0.6;
    }

    /// Colours of the inks, in the order of [Ink#index()], 0xRRGGBB.
    int[] palette() {
        Ink[] inks = Ink.values();
        int[] palette = new int[inks.length];
        for (int i = 0; i < inks.length; i++) {
            palette[i] = switch (inks[i].kind()) {
                case LIT -> seen(inks[i].rgb(), LOW_SUN);
                case SKY -> seen(inks[i].rgb(), LOW_SUN_IN_THE_SKY);
                case GLOWING, PRINTED -> inks[i].rgb();
            };
        }
        return palette;
    }

    private int seen(int rgb, double[] lowSun) {
        int colour = 0;
        for (int channel = 0; channel < 3; channel++) {
            double ratio = AT_NIGHT[channel] + (1 - AT_NIGHT[channel]) * daylight + lowSun[channel] * glow;
            int value = rgb >> (16 - 8 * channel) & 0xFF;
            colour = colour << 8 | Math.clamp(Math.round(value * ratio), 0, 255);
        }
        return colour;
    }
}
