package smartcity.weather.air;

/// The US Air Quality Index.
///
/// Source: 40 CFR part 58, appendix G, as revised in 2024; EPA, "Technical Assistance Document for the
/// Reporting of Daily Air Quality". Carbon monoxide and sulphur dioxide are left out: traffic emits hardly any;
/// particles are rated by their 24-hour mean, not by the NowCast.
final class UsAirQualityIndex {
    /// Highest index of each category.
    private static final int[] CATEGORY = {50, 100, 150, 200, 300, 500};

    /// Highest 24-hour mean of each category [0.1 ug/m3].
    private static final int[] PM25_TENTHS = {90, 354, 554, 1254, 2254, 3254};

    /// Highest 24-hour mean of each category [ug/m3].
    private static final int[] PM10 = {54, 154, 254, 354, 424, 604};

    /// Highest hourly mean of each category [ppb].
    private static final int[] NO2_PPB = {53, 100, 360, 649, 1249, 2049};

    /// Highest 8-hour mean of the first five categories [ppb]; the last has none.
    private static final int[] O3_PPB = {54, 70, 85, 105, 200};

    /// Micrograms per cubic metre of one ppb at 20 degC and 1013 hPa. Source: Defra, conversion factors between
    /// ppb and ug/m3.
    private static final double NO2_MICROGRAMS_PER_PPB = 1.9125;

    private static final double O3_MICROGRAMS_PER_PPB = 1.9957;

    private UsAirQualityIndex() {}

    /// The worst pollutant's index, 0 to 500.
    ///
    /// @param means over the periods for which the index is defined
    static int of(PollutantConcentrations means) {
        return Math.max(
                Math.max(
                        index(NO2_PPB, means.no2() / NO2_MICROGRAMS_PER_PPB),
                        index(O3_PPB, means.o3() / O3_MICROGRAMS_PER_PPB)),
                Math.max(index(PM25_TENTHS, means.pm25() * 10), index(PM10, means.pm10())));
    }

    /// Linear between a category's bounds; the rule requires the concentration to be truncated.
    private static int index(int[] highest, double concentration) {
        // The small addition corrects rounding errors, such as that of 35.4 x 10.
        int truncated = (int) Math.floor(concentration + 1e-9);
        int category = 0;
        while (category < highest.length && truncated > highest[category]) {
            category++;
        }
        if (category == highest.length) {
            return CATEGORY[category - 1];
        }
        int lowest = category == 0 ? 0 : highest[category - 1] + 1;
        int lowestIndex = category == 0 ? 0 : CATEGORY[category - 1] + 1;
        double share = (double) (truncated - lowest) / (highest[category] - lowest);
        return (int) Math.round(lowestIndex + share * (CATEGORY[category] - lowestIndex));
    }
}
