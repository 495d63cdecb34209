package smartcity.weather.field;

import java.util.random.RandomGenerator;
import smartcity.chance.Seed;

/// A smooth random field that drifts with the wind: the sum of plane waves with random lengths, directions and
/// phases.
///
/// Its values have mean 0 and variance 1, and are nearly normally distributed; in practice it does not repeat.
final class WaveField {
    private static final int COUNT = 24;

    private final double[] east = new double[COUNT];
    private final double[] north = new double[COUNT];
    private final double[] perHour = new double[COUNT];
    private final double[] phase = new double[COUNT];

    WaveField(Seed seed, Scale scale) {
        RandomGenerator random = seed.generator();
        for (int i = 0; i < COUNT; i++) {
            double length = scale.shortestKm * Math.pow(scale.longestKm / scale.shortestKm, random.nextDouble());
            double number = 2 * Math.PI / length;
            double direction = random.nextDouble() * 2 * Math.PI;
            east[i] = number * Math.cos(direction);
            north[i] = number * Math.sin(direction);
            perHour[i] = east[i] * scale.eastKmh + north[i] * scale.northKmh + random.nextGaussian() / scale.lifeHours;
            phase[i] = random.nextDouble() * 2 * Math.PI;
        }
    }

    /// Value of the field.
    ///
    /// @param hours since the epoch [h]
    double at(PlanePoint place, double hours) {
        double sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += Math.cos(east[i] * place.eastKm() + north[i] * place.northKm() - perHour[i] * hours + phase[i]);
        }
        return sum * Math.sqrt(2.0 / COUNT);
    }

    /// Size, drift and lifetime of the features of a field.
    ///
    /// @param shortestKm shortest wave [km]
    /// @param longestKm longest wave [km]
    /// @param eastKmh drift to the east [km/h]
    /// @param northKmh drift to the north [km/h]
    /// @param lifeHours time after which the form has changed [h]
    record Scale(double shortestKm, double longestKm, double eastKmh, double northKmh, double lifeHours) {}
}
