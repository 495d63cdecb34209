package smartcity.vehicle.motion;

import static smartcity.event.FuelType.DIESEL;
import static smartcity.event.FuelType.ELECTRIC;
import static smartcity.event.FuelType.HYBRID;
import static smartcity.event.FuelType.PETROL;

import java.util.List;
import java.util.stream.IntStream;
import smartcity.event.FuelType;

/// A model of vehicle on British roads, with the years in which it was first registered there.
///
/// The ten most common cars have their numbers in use at the end of 2024; the numbers of the others are such that
/// the shares by fuel are those of that time: 58.2 % petrol, 32.1 % diesel, 3.7 % electric and 6.0 % hybrid. Source:
/// SMMT, Motorparc 2024, as reported by Car Dealer Magazine and Business Motoring, April 2025. The split of the ten
/// by fuel and the numbers of all others are chosen; years and capacities are rounded from general knowledge.
///
/// @param capacity of the tank [l], or usable capacity of the battery [kWh]
/// @param firstYear first year of registration
/// @param lastYear last year of registration
/// @param weight number on the road relative to the others of the class; thousands of cars and vans
record VehicleModel(
        String make,
        String name,
        VehicleBody body,
        FuelType fuel,
        int capacity,
        int firstYear,
        int lastYear,
        int weight) {
    /// The year of the fleet: no vehicle is younger.
    static final int FLEET_YEAR = 2026;

    private static final double KWH_JOULES = 3.6e6;

    private static final double AGEING_YEARS = 12;
    private static final double OLDEST_YEARS = 23;

    private static final List<VehicleModel> CARS = List.of(
            new VehicleModel("Ford", "Fiesta", VehicleBody.SMALL_CAR, PETROL, 42, 2005, 2023, 1435),
            new VehicleModel("Ford", "Focus", VehicleBody.FAMILY_CAR, PETROL, 52, 2005, 2025, 604),
            new VehicleModel("Ford", "Focus", VehicleBody.FAMILY_CAR, DIESEL, 53, 2006, 2025, 400),
            new VehicleModel("Ford", "Puma", VehicleBody.SMALL_CAR, HYBRID, 42, 2020, FLEET_YEAR, 80),
            new VehicleModel("Ford", "Kuga", VehicleBody.SPORT_UTILITY, DIESEL, 54, 2008, 2024, 480),
            new VehicleModel("Vauxhall", "Corsa", VehicleBody.SMALL_CAR, PETROL, 44, 2005, FLEET_YEAR, 1020),
            new VehicleModel("Vauxhall", "Astra", VehicleBody.FAMILY_CAR, PETROL, 52, 2005, FLEET_YEAR, 468),
            new VehicleModel("Vauxhall", "Astra", VehicleBody.FAMILY_CAR, DIESEL, 52, 2006, 2021, 200),
            new VehicleModel("Volkswagen", "Polo", VehicleBody.SMALL_CAR, PETROL, 42, 2005, FLEET_YEAR, 717),
            new VehicleModel("Volkswagen", "Golf", VehicleBody.FAMILY_CAR, PETROL, 50, 2005, FLEET_YEAR, 546),
            new VehicleModel("Volkswagen", "Golf", VehicleBody.FAMILY_CAR, DIESEL, 50, 2006, 2024, 450),
            new VehicleModel("Volkswagen", "ID.3", VehicleBody.FAMILY_CAR, ELECTRIC, 58, 2020, FLEET_YEAR, 60),
            new VehicleModel("Nissan", "Qashqai", VehicleBody.SPORT_UTILITY, PETROL, 55, 2007, FLEET_YEAR, 352),
            new VehicleModel("Nissan", "Qashqai", VehicleBody.SPORT_UTILITY, DIESEL, 55, 2007, 2021, 350),
            new VehicleModel("Nissan", "Leaf", VehicleBody.FAMILY_CAR, ELECTRIC, 39, 2018, 2024, 60),
            new VehicleModel("BMW", "3 Series", VehicleBody.SALOON, DIESEL, 57, 2006, 2024, 480),
            new VehicleModel("Mercedes-Benz", "C-Class", VehicleBody.SALOON, DIESEL, 59, 2007, 2023, 430),
            new VehicleModel("Audi", "A3", VehicleBody.FAMILY_CAR, PETROL, 50, 2005, FLEET_YEAR, 303),
            new VehicleModel("Audi", "A3", VehicleBody.FAMILY_CAR, DIESEL, 50, 2006, 2024, 220),
            new VehicleModel("Audi", "A4", VehicleBody.SALOON, DIESEL, 54, 2006, 2024, 370),
            new VehicleModel("Toyota", "Yaris", VehicleBody.SMALL_CAR, PETROL, 42, 2005, 2020, 254),
            new VehicleModel("Toyota", "Yaris", VehicleBody.SMALL_CAR, HYBRID, 36, 2012, FLEET_YEAR, 280),
            new VehicleModel("Toyota", "Prius", VehicleBody.FAMILY_CAR, HYBRID, 43, 2009, 2022, 90),
            new VehicleModel("Kia", "Sportage", VehicleBody.SPORT_UTILITY, PETROL, 58, 2010, FLEET_YEAR, 390),
            new VehicleModel("Kia", "EV6", VehicleBody.CROSSOVER, ELECTRIC, 74, 2021, FLEET_YEAR, 40),
            new VehicleModel("Hyundai", "Tucson", VehicleBody.SPORT_UTILITY, HYBRID, 52, 2020, FLEET_YEAR, 140),
            new VehicleModel("MG", "MG4 EV", VehicleBody.FAMILY_CAR, ELECTRIC, 62, 2022, FLEET_YEAR, 50),
            new VehicleModel("Tesla", "Model 3", VehicleBody.SALOON, ELECTRIC, 75, 2019, FLEET_YEAR, 112),
            new VehicleModel("Tesla", "Model Y", VehicleBody.CROSSOVER, ELECTRIC, 75, 2022, FLEET_YEAR, 108),
            new VehicleModel(
                    "Land Rover", "Discovery Sport", VehicleBody.SPORT_UTILITY, DIESEL, 65, 2014, FLEET_YEAR, 350),
            new VehicleModel("Volvo", "XC60", VehicleBody.SPORT_UTILITY, HYBRID, 71, 2018, FLEET_YEAR, 110),
            new VehicleModel("MINI", "Hatch", VehicleBody.SMALL_CAR, PETROL, 44, 2005, FLEET_YEAR, 689));

    private static final List<VehicleModel> VANS = List.of(
            new VehicleModel("Ford", "Transit", VehicleBody.LARGE_VAN, DIESEL, 80, 2006, FLEET_YEAR, 500),
            new VehicleModel("Ford", "Transit Custom", VehicleBody.MEDIUM_VAN, DIESEL, 70, 2012, FLEET_YEAR, 400),
            new VehicleModel("Ford", "E-Transit", VehicleBody.LARGE_VAN, ELECTRIC, 68, 2022, FLEET_YEAR, 35),
            new VehicleModel("Volkswagen", "Transporter", VehicleBody.MEDIUM_VAN, DIESEL, 75, 2006, FLEET_YEAR, 300),
            new VehicleModel("Mercedes-Benz", "Sprinter", VehicleBody.LARGE_VAN, DIESEL, 75, 2006, FLEET_YEAR, 250),
            new VehicleModel("Vauxhall", "Vivaro", VehicleBody.MEDIUM_VAN, DIESEL, 75, 2006, FLEET_YEAR, 280),
            new VehicleModel("Peugeot", "Partner", VehicleBody.SMALL_VAN, DIESEL, 55, 2008, FLEET_YEAR, 180),
            new VehicleModel("Citroën", "Berlingo", VehicleBody.SMALL_VAN, DIESEL, 55, 2008, FLEET_YEAR, 200));

    private static final List<VehicleModel> LORRIES = List.of(
            new VehicleModel("DAF", "XF", VehicleBody.ARTICULATED_LORRY, DIESEL, 850, 2012, FLEET_YEAR, 190),
            new VehicleModel("DAF", "CF", VehicleBody.RIGID_LORRY, DIESEL, 430, 2012, 2023, 90),
            new VehicleModel("Scania", "R 450", VehicleBody.ARTICULATED_LORRY, DIESEL, 800, 2014, FLEET_YEAR, 170),
            new VehicleModel("Volvo", "FH", VehicleBody.ARTICULATED_LORRY, DIESEL, 850, 2012, FLEET_YEAR, 165),
            new VehicleModel("Volvo", "FH Electric", VehicleBody.ARTICULATED_LORRY, ELECTRIC, 430, 2022, FLEET_YEAR, 3),
            new VehicleModel(
                    "Mercedes-Benz", "Actros", VehicleBody.ARTICULATED_LORRY, DIESEL, 900, 2012, FLEET_YEAR, 130),
            new VehicleModel("MAN", "TGX", VehicleBody.ARTICULATED_LORRY, DIESEL, 850, 2012, FLEET_YEAR, 95),
            new VehicleModel("Iveco", "S-Way", VehicleBody.ARTICULATED_LORRY, DIESEL, 800, 2020, FLEET_YEAR, 40));

    private static final List<VehicleModel> COACHES = List.of(
            new VehicleModel("Volvo", "9700", VehicleBody.COACH, DIESEL, 480, 2010, FLEET_YEAR, 300),
            new VehicleModel("Mercedes-Benz", "Tourismo", VehicleBody.COACH, DIESEL, 480, 2010, FLEET_YEAR, 250),
            new VehicleModel("Van Hool", "TX16", VehicleBody.COACH, DIESEL, 550, 2012, 2024, 250),
            new VehicleModel("Yutong", "TCe12", VehicleBody.COACH, ELECTRIC, 281, 2020, FLEET_YEAR, 8));

    private static final List<VehicleModel> MOTORCYCLES = List.of(
            new VehicleModel("Honda", "CB500F", VehicleBody.MOTORCYCLE, PETROL, 17, 2013, FLEET_YEAR, 30),
            new VehicleModel("Triumph", "Tiger 900", VehicleBody.MOTORCYCLE, PETROL, 20, 2020, FLEET_YEAR, 20),
            new VehicleModel("BMW", "R 1200 GS", VehicleBody.MOTORCYCLE, PETROL, 20, 2006, 2018, 25),
            new VehicleModel("Yamaha", "Tracer 900", VehicleBody.MOTORCYCLE, PETROL, 18, 2015, 2021, 25));

    /// The model at a place in the distribution over all vehicles of a class.
    ///
    /// @param place 0 <= p < 1, evenly distributed
    static VehicleModel at(VehicleClass vehicleClass, double place) {
        List<VehicleModel> models = of(vehicleClass);
        double rest = place * models.stream().mapToInt(VehicleModel::weight).sum();
        for (VehicleModel model : models) {
            rest -= model.weight;
            if (rest < 0) {
                return model;
            }
        }
        return models.getLast();
    }

    /// The models of a class.
    static List<VehicleModel> of(VehicleClass vehicleClass) {
        return switch (vehicleClass) {
            case CAR -> CARS;
            case VAN -> VANS;
            case LORRY -> LORRIES;
            case COACH -> COACHES;
            case MOTORCYCLE -> MOTORCYCLES;
        };
    }

    /// The year at a place in the distribution over all vehicles of the model.
    ///
    /// @param place 0 <= p < 1, evenly distributed
    int yearAt(double place) {
        double rest = place
                * IntStream.rangeClosed(firstYear, lastYear)
                        .mapToDouble(VehicleModel::shareOnRoad)
                        .sum();
        int year = lastYear;
        while (year > firstYear && rest >= shareOnRoad(year)) {
            rest -= shareOnRoad(year);
            year--;
        }
        return year;
    }

    /// Share of the vehicles of a year that are still on the road: all of a dozen years, none of 23; chosen,
    /// so that cars are as old as they were at the end of 2024: 9.5 years on average, 43.4 % of them above
    /// ten. Source: as of the numbers.
    private static double shareOnRoad(int year) {
        return Math.clamp((OLDEST_YEARS - (FLEET_YEAR - year)) / (OLDEST_YEARS - AGEING_YEARS), 0, 1);
    }

    /// Energy of a full tank or battery [J].
    double capacityJoules() {
        return capacity
                * switch (fuel) {
                    case PETROL, HYBRID -> Powertrain.Engine.PETROL_JOULES;
                    case DIESEL -> Powertrain.Engine.DIESEL_JOULES;
                    case ELECTRIC -> KWH_JOULES;
                };
    }

    /// Capacity of a battery that drives the vehicle, 0 without [kWh].
    double batteryKwh() {
        return fuel == ELECTRIC ? capacity : 0;
    }
}
