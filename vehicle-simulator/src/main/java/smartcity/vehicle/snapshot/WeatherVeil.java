package smartcity.vehicle.snapshot;

import java.util.SplittableRandom;

/// The effect of weather on an image: fog that grows with distance, streaks of rain, flakes and white verges.
///
/// Contrast falls with the distance d as exp(-3 d / V): the visibility V is the distance at which 5 % remain.
/// Source: Koschmieder, "Theorie der horizontalen Sichtweite", 1924. The distance of a row is that of the road in
/// it, so objects above the road have a little too much fog. Numbers and sizes of drops and flakes are chosen.
final class WeatherVeil {
    /// Distances at which the bands of equal fog end, and their mean distances [m]; chosen.
    private static final double[] ENDS = {45, 80, 170, 600};

    private static final double[] MIDDLES = {32, 60, 115, 300, 1_500};

    private static final double CONTRAST_FACTOR = 3;

    /// Greatest number of drops and of flakes, so that an image stays small.
    private static final int MOST = 90;

    /// Share of grey in the sky's colour in rain or snow, and share of white in the ground's colour in snow.
    private static final double OVERCAST = 0.7;

    private static final double COVERED = 0.75;

    private final SceneSky sky;

    WeatherVeil(SceneSky sky) {
        this.sky = sky;
    }

    /// The band of a row of the image, 0 to 4.
    static int bandOf(int row) {
        double ahead = CameraLens.roadAhead(row);
        int band = 0;
        while (band < ENDS.length && ahead >= ENDS[band]) {
            band++;
        }
        return band;
    }

    /// Colours of all inks, one band after the other.
    int[] palette(int[] colours) {
        Ink[] inks = Ink.values();
        int[] palette = new int[MIDDLES.length * inks.length];
        int fog = colours[Ink.FOG.index()];
        for (int band = 0; band < MIDDLES.length; band++) {
            for (Ink ink : inks) {
                int near = mixed(colours[ink.index()], colours[cover(ink).index()], coverShare(ink));
                double share = ink.kind() == Ink.Kind.PRINTED ? 0 : 1 - contrast(MIDDLES[band]);
                palette[band * inks.length + ink.index()] = mixed(near, fog, share);
            }
        }
        return palette;
    }

    private double contrast(double metres) {
        double haze = Math.max(0, 1 / sky.visibilityMetres() - 1 / SceneSky.CLEAR_METRES);
        return Math.exp(-CONTRAST_FACTOR * metres * haze);
    }

    private static Ink cover(Ink ink) {
        return ink.kind() == Ink.Kind.SKY ? Ink.FOG : Ink.FLAKE;
    }

    private double coverShare(Ink ink) {
        boolean ground = ink == Ink.GRASS || ink == Ink.VERGE || ink == Ink.HILL || ink == Ink.TREE;
        if (ink.kind() == Ink.Kind.SKY && sky.wet()) {
            return OVERCAST;
        }
        return ground && sky.snowy() ? COVERED : 0;
    }

    private static int mixed(int near, int far, double share) {
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double from = near >> shift & 0xFF;
            double to = far >> shift & 0xFF;
            colour = colour << 8 | (int) Math.round(from + share * (to - from));
        }
        return colour;
    }

    /// Paints drops and flakes.
    ///
    /// @param pattern number that selects the pattern
    void paint(InkCanvas canvas, int pattern) {
        SplittableRandom random = new SplittableRandom(pattern);
        int drops = (int) Math.min(MOST, Math.ceil(12 * sky.rainMmPerHour()));
        for (int drop = 0; drop < drops; drop++) {
            double x = random.nextDouble(InkCanvas.WIDTH);
            double y = random.nextDouble(InkCanvas.HEIGHT);
            for (int part = 0; part < 3; part++) {
                canvas.rectangle(x - part, y + 3 * part, x - part + 1, y + 3 * part + 3, Ink.DROP);
            }
        }
        int flakes = (int) Math.min(MOST, Math.ceil(60 * sky.snowMmPerHour()));
        for (int flake = 0; flake < flakes; flake++) {
            double x = random.nextDouble(InkCanvas.WIDTH);
            double y = random.nextDouble(InkCanvas.HEIGHT);
            canvas.rectangle(x, y, x + 2, y + 2, Ink.FLAKE);
        }
    }
}
