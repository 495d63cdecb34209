package smartcity.weather.air;

/// The UK Daily Air Quality Index.
///
/// Source: Defra and Committee on the Medical Effects of Air Pollutants, table of the index bands, 2013
/// revision. Sulphur dioxide, the fifth pollutant of the index, is left out: traffic emits hardly any.
final class UkAirQualityIndex {
    /// Highest concentrations of the indices 1 to 9 [ug/m3], hourly mean.
    private static final int[] NO2 = {67, 134, 200, 267, 334, 400, 467, 534, 600};

    /// The same, running 8-hour mean.
    private static final int[] O3 = {33, 66, 100, 120, 140, 160, 187, 213, 240};

    /// The same, 24-hour mean.
    private static final int[] PM25 = {11, 23, 35, 41, 46, 53, 58, 64, 70};

    /// The same, 24-hour mean.
    private static final int[] PM10 = {16, 33, 50, 58, 66, 75, 83, 91, 100};

    private UkAirQualityIndex() {}

    /// The worst pollutant's index, 1 to 10.
    ///
    /// @param means over the periods for which the index is defined
    static int of(PollutantConcentrations means) {
        return Math.max(
                Math.max(band(NO2, means.no2()), band(O3, means.o3())),
                Math.max(band(PM25, means.pm25()), band(PM10, means.pm10())));
    }

    private static int band(int[] highest, double concentration) {
        long rounded = Math.round(concentration);
        int band = 0;
        while (band < highest.length && rounded > highest[band]) {
            band++;
        }
        return band + 1;
    }
}
