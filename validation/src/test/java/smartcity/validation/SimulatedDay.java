package smartcity.validation;

import smartcity.chance.Seed;
import smartcity.validation.day.CityDay;
import smartcity.validation.day.TimePeriod;

/// The day of the page, computed once for all tests.
public final class SimulatedDay {
    public static final CityDay DAY = CityDay.of(new Seed(ValidationReport.SEED), TimePeriod.day(ValidationReport.DAY));

    private SimulatedDay() {}
}
