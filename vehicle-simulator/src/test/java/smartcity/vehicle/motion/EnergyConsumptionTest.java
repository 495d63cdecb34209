package smartcity.vehicle.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smartcity.event.FuelType;

class EnergyConsumptionTest {
    private static final double PETROL_LITRE = 32.1e6;
    private static final double DIESEL_LITRE = 35.9e6;
    private static final double KWH = 3.6e6;

    /// Litres, or kilowatt-hours, for 100 km with half the load. Lorries take 29.9 to 32.6 l with 19.3 t of
    /// load over a hilly cycle (ICCT, "Fuel consumption testing of tractor-trailers in the European Union and
    /// the United States", 2018) and less on the level with 12.5 t; an electric one took 1.1 kWh/km at 80
    /// km/h (Volvo Trucks, 2022). The other bands are chosen around what road tests on motorways report.
    @ParameterizedTest
    @CsvSource({
        "CAR,Fiesta,PETROL,110,5.4,6.6",
        "CAR,Focus,PETROL,110,6,7",
        "CAR,Focus,PETROL,130,7,8.5",
        "CAR,Focus,PETROL,50,3.7,5",
        "CAR,Golf,DIESEL,110,4.5,5.5",
        "CAR,Qashqai,PETROL,110,6.8,8",
        "CAR,Yaris,HYBRID,110,4.6,5.6",
        "CAR,Yaris,HYBRID,50,2.2,3.6",
        "CAR,ID.3,ELECTRIC,110,18,20",
        "CAR,Model 3,ELECTRIC,110,16.5,20",
        "CAR,Model Y,ELECTRIC,110,18,21.5",
        "CAR,Model 3,ELECTRIC,50,9,12.5",
        "VAN,Transit,DIESEL,110,8.5,11",
        "VAN,Berlingo,DIESEL,110,6,7.5",
        "VAN,E-Transit,ELECTRIC,110,34,42",
        "LORRY,FH,DIESEL,85,25,30",
        "LORRY,CF,DIESEL,85,19,24",
        "LORRY,FH Electric,ELECTRIC,80,100,125",
        "COACH,Tourismo,DIESEL,95,21,27",
        "MOTORCYCLE,CB500F,PETROL,110,4.2,5.5"
    })
    void consumptionAtAConstantSpeedIsAsPublished(
            VehicleClass kind, String model, FuelType fuel, double speedKmh, double least, double most) {
        double joules = consumption(kind, model, fuel, 0.5).joulesPerMetre(speedKmh) * 100_000;

        assertThat(joules / unit(fuel)).isBetween(least, most);
    }

    /// With the load of the EU's long-haul cycle, 19.3 of 25 t.
    @Test
    void aLorryWithTheLoadOfTheTestCycleTakesAboutThirtyLitres() {
        double joules =
                consumption(VehicleClass.LORRY, "FH", FuelType.DIESEL, 0.772).joulesPerMetre(85) * 100_000;

        assertThat(joules / DIESEL_LITRE).isBetween(28.0, 32.6);
    }

    /// A Focus of 1,545 kg at 110 km/h = 30.556 m/s. Air: 1.19 / 2 x 0.68 x 933.6 = 377.7 N; tyres: 1,545 x
    /// 9.81 x 0.0095 x 1.229 = 177.0 N; together, at 33 %, 1,681 J/m; friction 180 and idling 5,528 W /
    /// 30.556 = 181 J/m.
    @Test
    void consumptionFollowsFromTheForces() {
        double joules =
                consumption(VehicleClass.CAR, "Focus", FuelType.PETROL, 0.5).joulesPerMetre(110);

        assertThat(joules).isCloseTo(1_681 + 180 + 181, within(2.0));
    }

    @ParameterizedTest
    @CsvSource({"CAR,Focus,PETROL", "CAR,ID.3,ELECTRIC", "CAR,Prius,HYBRID", "VAN,Transit,DIESEL", "LORRY,XF,DIESEL"})
    void fasterCostsMoreOnMotorwaysAndCrawlingMoreThanATown(VehicleClass kind, String model, FuelType fuel) {
        EnergyConsumption consumption = consumption(kind, model, fuel, 0.5);

        for (int speed = 70; speed < 140; speed += 5) {
            assertThat(consumption.joulesPerMetre(speed + 5))
                    .as("above %s km/h", speed)
                    .isGreaterThan(consumption.joulesPerMetre(speed) * 1.01);
        }
        assertThat(consumption.joulesPerMetre(130)).isGreaterThan(1.25 * consumption.joulesPerMetre(100));
        assertThat(consumption.joulesPerMetre(4)).isGreaterThan(consumption.joulesPerMetre(40));
    }

    /// 0.16 US gallons an hour are 0.61 l for a car with petrol, 0.49 are 1.85 l for a lorry (U.S. Department
    /// of Energy, fact 861).
    @Test
    void standingCostsIdlingForAnEngineAndLittleForABattery() {
        assertThat(standing(VehicleClass.CAR, "Focus", FuelType.PETROL) / PETROL_LITRE)
                .isCloseTo(0.61, within(0.05));
        assertThat(standing(VehicleClass.LORRY, "FH", FuelType.DIESEL) / DIESEL_LITRE)
                .isCloseTo(1.85, within(0.01));
        assertThat(standing(VehicleClass.CAR, "ID.3", FuelType.ELECTRIC) / KWH).isBetween(0.5, 1.5);
        assertThat(standing(VehicleClass.CAR, "Prius", FuelType.HYBRID) / PETROL_LITRE)
                .isBetween(0.05, 0.2);
    }

    /// From a standstill to 100 km/h and back at 1 m/s2, where a car of 1.5 t takes 0.6 MJ and gives them
    /// back.
    @Test
    void brakingChargesABatteryAndGainsNothingOverall() {
        double engine = upAndDown("Focus", FuelType.PETROL);
        double hybrid = upAndDown("Prius", FuelType.HYBRID);
        double battery = upAndDown("ID.3", FuelType.ELECTRIC);

        assertThat(braking("Focus", FuelType.PETROL)).isBetween(0.0, 20_000.0);
        assertThat(braking("ID.3", FuelType.ELECTRIC)).isBetween(-600_000.0, -200_000.0);
        assertThat(engine).isBetween(2.4e6, 3.2e6);
        assertThat(hybrid).isBetween(2e6, engine);
        assertThat(battery).isBetween(0.5e6, 0.8e6);
    }

    /// A hybrid first uses the energy of braking: the second acceleration costs less than the first.
    @Test
    void aHybridUsesTheEnergyOfBraking() {
        Powertrain hybrid =
                consumption(VehicleClass.CAR, "Prius", FuelType.HYBRID, 0.5).powertrain();

        double kept = hybrid.kept(-100_000, 0);

        assertThat(kept).isBetween(40_000.0, 70_000.0);
        assertThat(hybrid.drawn(30_000, 20, kept)).isLessThan(1_000);
        assertThat(hybrid.kept(30_000, kept)).isCloseTo(kept - 30_000, within(1e-6));
        assertThat(hybrid.drawn(30_000, 20, 0)).isGreaterThan(80_000);
        assertThat(hybrid.kept(-1e9, 0)).isLessThan(5e6);
    }

    private static double upAndDown(String model, FuelType fuel) {
        return ramp(model, fuel, 0, 1) + braking(model, fuel);
    }

    private static double braking(String model, FuelType fuel) {
        return ramp(model, fuel, 28, -1);
    }

    /// Drawn in 28 seconds of even acceleration, what a hybrid recovers on the way down being worth as much
    /// as that.
    private static double ramp(String model, FuelType fuel, double from, double acceleration) {
        EnergyConsumption consumption = consumption(VehicleClass.CAR, model, fuel, 0.5);
        double drawn = 0;
        double kept = 0;
        for (int second = 0; second < 28; second++) {
            double speed = from + acceleration * (second + 0.5);
            double work = consumption.work(speed, acceleration);
            drawn += consumption.powertrain().drawn(work, speed, kept);
            kept = consumption.powertrain().kept(work, kept);
        }
        return drawn;
    }

    private static double standing(VehicleClass kind, String model, FuelType fuel) {
        return 3600 * consumption(kind, model, fuel, 0.5).powertrain().drawn(0, 0, 0);
    }

    private static EnergyConsumption consumption(VehicleClass kind, String name, FuelType fuel, double load) {
        VehicleModel model = VehicleModel.of(kind).stream()
                .filter(one -> one.name().equals(name) && one.fuel() == fuel)
                .findAny()
                .orElseThrow();
        return EnergyConsumption.of(kind, model, load);
    }

    private static double unit(FuelType fuel) {
        return switch (fuel) {
            case PETROL, HYBRID -> PETROL_LITRE;
            case DIESEL -> DIESEL_LITRE;
            case ELECTRIC -> KWH;
        };
    }
}
