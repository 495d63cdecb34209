package smartcity.weather.field;

import smartcity.chance.Seed;

/// Small cells of convective cloud that drift with the wind. Size, lifetime and strength are chosen.
final class ShowerCells {
    /// A cell produces rain where its field exceeds this many standard deviations.
    private static final double THRESHOLD = 1.1;

    /// Rate one standard deviation above the threshold in the most unstable air [mm/h].
    private static final double STRENGTH = 24;

    private final WaveField cells;

    ShowerCells(Seed seed) {
        cells = new WaveField(seed, new WaveField.Scale(14, 50, 36, 12, 1.5));
    }

    /// Rate of precipitation [mm/h].
    ///
    /// @param convection heating of the air by the ground, 0 to 1
    /// @param stability of the air above: below 0 in cold air and lows
    double rate(PlanePoint place, double hours, double convection, double stability) {
        double unstable = 1 / (1 + Math.exp(2.5 * (stability + 0.7)));
        double potential = unstable * (0.12 + 0.88 * convection);
        double excess = cells.at(place, hours) - THRESHOLD - 0.9 * (1 - potential);
        return excess <= 0 ? 0 : STRENGTH * potential * excess * excess;
    }
}
