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
/// The ten most common cars are as many as were in use at the end of 2024, and the others as many as make
/// cars by fuel as common as they were then: 58.2 % petrol, 32.1 % diesel, 3.7 % electric and 6.0 % hybrid.
/// Source: SMMT, Motorparc 2024, as reported by Car Dealer Magazine and Business Motoring, April 2025. How
/// the ten split by fuel, and how common all others are, is chosen; years and capacities are rounded from
/// general knowledge.
///
/// @param capacity of the tank [l] or battery, as far as it is used [kWh]
/// @param firstYear first year of registration
/// @param lastYear last year of registration
/// @param weight how many are on the road, relative to the others of the class: of cars and vans, thousands
record Model(
        String make, String name, Body body, FuelType fuel, int capacity, int firstYear, int lastYear, int weight) {
    /// The year the fleet is of: no vehicle is younger.
    static final int FLEET_YEAR = 2026;

    private static final double KWH_JOULES = 3.6e6;

    private static final double AGEING_YEARS = 12;
    private static final double OLDEST_YEARS = 23;

    private static final List<Model> CARS = List.of(
            new Model("Ford", "Fiesta", Body.SMALL_CAR, PETROL, 42, 2005, 2023, 1435),
            new Model("Ford", "Focus", Body.FAMILY_CAR, PETROL, 52, 2005, 2025, 604),
            new Model("Ford", "Focus", Body.FAMILY_CAR, DIESEL, 53, 2006, 2025, 400),
            new Model("Ford", "Puma", Body.SMALL_CAR, HYBRID, 42, 2020, FLEET_YEAR, 80),
            new Model("Ford", "Kuga", Body.SPORT_UTILITY, DIESEL, 54, 2008, 2024, 480),
            new Model("Vauxhall", "Corsa", Body.SMALL_CAR, PETROL, 44, 2005, FLEET_YEAR, 1020),
            new Model("Vauxhall", "Astra", Body.FAMILY_CAR, PETROL, 52, 2005, FLEET_YEAR, 468),
            new Model("Vauxhall", "Astra", Body.FAMILY_CAR, DIESEL, 52, 2006, 2021, 200),
            new Model("Volkswagen", "Polo", Body.SMALL_CAR, PETROL, 42, 2005, FLEET_YEAR, 717),
            new Model("Volkswagen", "Golf", Body.FAMILY_CAR, PETROL, 50, 2005, FLEET_YEAR, 546),
            new Model("Volkswagen", "Golf", Body.FAMILY_CAR, DIESEL, 50, 2006, 2024, 450),
            new Model("Volkswagen", "ID.3", Body.FAMILY_CAR, ELECTRIC, 58, 2020, FLEET_YEAR, 60),
            new Model("Nissan", "Qashqai", Body.SPORT_UTILITY, PETROL, 55, 2007, FLEET_YEAR, 352),
            new Model("Nissan", "Qashqai", Body.SPORT_UTILITY, DIESEL, 55, 2007, 2021, 350),
            new Model("Nissan", "Leaf", Body.FAMILY_CAR, ELECTRIC, 39, 2018, 2024, 60),
            new Model("BMW", "3 Series", Body.SALOON, DIESEL, 57, 2006, 2024, 480),
            new Model("Mercedes-Benz", "C-Class", Body.SALOON, DIESEL, 59, 2007, 2023, 430),
            new Model("Audi", "A3", Body.FAMILY_CAR, PETROL, 50, 2005, FLEET_YEAR, 303),
            new Model("Audi", "A3", Body.FAMILY_CAR, DIESEL, 50, 2006, 2024, 220),
            new Model("Audi", "A4", Body.SALOON, DIESEL, 54, 2006, 2024, 370),
            new Model("Toyota", "Yaris", Body.SMALL_CAR, PETROL, 42, 2005, 2020, 254),
            new Model("Toyota", "Yaris", Body.SMALL_CAR, HYBRID, 36, 2012, FLEET_YEAR, 280),
            new Model("Toyota", "Prius", Body.FAMILY_CAR, HYBRID, 43, 2009, 2022, 90),
            new Model("Kia", "Sportage", Body.SPORT_UTILITY, PETROL, 58, 2010, FLEET_YEAR, 390),
            new Model("Kia", "EV6", Body.CROSSOVER, ELECTRIC, 74, 2021, FLEET_YEAR, 40),
            new Model("Hyundai", "Tucson", Body.SPORT_UTILITY, HYBRID, 52, 2020, FLEET_YEAR, 140),
            new Model("MG", "MG4 EV", Body.FAMILY_CAR, ELECTRIC, 62, 2022, FLEET_YEAR, 50),
            new Model("Tesla", "Model 3", Body.SALOON, ELECTRIC, 75, 2019, FLEET_YEAR, 112),
            new Model("Tesla", "Model Y", Body.CROSSOVER, ELECTRIC, 75, 2022, FLEET_YEAR, 108),
            new Model("Land Rover", "Discovery Sport", Body.SPORT_UTILITY, DIESEL, 65, 2014, FLEET_YEAR, 350),
            new Model("Volvo", "XC60", Body.SPORT_UTILITY, HYBRID, 71, 2018, FLEET_YEAR, 110),
            new Model("MINI", "Hatch", Body.SMALL_CAR, PETROL, 44, 2005, FLEET_YEAR, 689));

    private static final List<Model> VANS = List.of(
            new Model("Ford", "Transit", Body.LARGE_VAN, DIESEL, 80, 2006, FLEET_YEAR, 500),
            new Model("Ford", "Transit Custom", Body.MEDIUM_VAN, DIESEL, 70, 2012, FLEET_YEAR, 400),
            new Model("Ford", "E-Transit", Body.LARGE_VAN, ELECTRIC, 68, 2022, FLEET_YEAR, 35),
            new Model("Volkswagen", "Transporter", Body.MEDIUM_VAN, DIESEL, 75, 2006, FLEET_YEAR, 300),
            new Model("Mercedes-Benz", "Sprinter", Body.LARGE_VAN, DIESEL, 75, 2006, FLEET_YEAR, 250),
            new Model("Vauxhall", "Vivaro", Body.MEDIUM_VAN, DIESEL, 75, 2006, FLEET_YEAR, 280),
            new Model("Peugeot", "Partner", Body.SMALL_VAN, DIESEL, 55, 2008, FLEET_YEAR, 180),
            new Model("Citroën", "Berlingo", Body.SMALL_VAN, DIESEL, 55, 2008, FLEET_YEAR, 200));

    private static final List<Model> LORRIES = List.of(
            new Model("DAF", "XF", Body.ARTICULATED_LORRY, DIESEL, 850, 2012, FLEET_YEAR, 190),
            new Model("DAF", "CF", Body.RIGID_LORRY, DIESEL, 430, 2012, 2023, 90),
            new Model("Scania", "R 450", Body.ARTICULATED_LORRY, DIESEL, 800, 2014, FLEET_YEAR, 170),
            new Model("Volvo", "FH", Body.ARTICULATED_LORRY, DIESEL, 850, 2012, FLEET_YEAR, 165),
            new Model("Volvo", "FH Electric", Body.ARTICULATED_LORRY, ELECTRIC, 430, 2022, FLEET_YEAR, 3),
            new Model("Mercedes-Benz", "Actros", Body.ARTICULATED_LORRY, DIESEL, 900, 2012, FLEET_YEAR, 130),
            new Model("MAN", "TGX", Body.ARTICULATED_LORRY, DIESEL, 850, 2012, FLEET_YEAR, 95),
            new Model("Iveco", "S-Way", Body.ARTICULATED_LORRY, DIESEL, 800, 2020, FLEET_YEAR, 40));

    private static final List<Model> COACHES = List.of(
            new Model("Volvo", "9700", Body.COACH, DIESEL, 480, 2010, FLEET_YEAR, 300),
            new Model("Mercedes-Benz", "Tourismo", Body.COACH, DIESEL, 480, 2010, FLEET_YEAR, 250),
            new Model("Van Hool", "TX16", Body.COACH, DIESEL, 550, 2012, 2024, 250),
            new Model("Yutong", "TCe12", Body.COACH, ELECTRIC, 281, 2020, FLEET_YEAR, 8));

    private static final List<Model> MOTORCYCLES = List.of(
            new Model("Honda", "CB500F", Body.MOTORCYCLE, PETROL, 17, 2013, FLEET_YEAR, 30),
            new Model("Triumph", "Tiger 900", Body.MOTORCYCLE, PETROL, 20, 2020, FLEET_YEAR, 20),
            new Model("BMW", "R 1200 GS", Body.MOTORCYCLE, PETROL, 20, 2006, 2018, 25),
            new Model("Yamaha", "Tracer 900", Body.MOTORCYCLE, PETROL, 18, 2015, 2021, 25));

    /// The model of a class at a place on the line of all its vehicles.
    ///
    /// @param place 0 <= p < 1, evenly distributed
    static Model at(VehicleClass vehicleClass, double place) {
        List<Model> models = of(vehicleClass);
        double rest = place * models.stream().mapToInt(Model::weight).sum();
        for (Model model : models) {
            rest -= model.weight;
            if (rest < 0) {
                return model;
            }
        }
        return models.getLast();
    }

    /// The models of a class.
    static List<Model> of(VehicleClass vehicleClass) {
        return switch (vehicleClass) {
            case CAR -> CARS;
            case VAN -> VANS;
            case LORRY -> LORRIES;
            case COACH -> COACHES;
            case MOTORCYCLE -> MOTORCYCLES;
        };
    }

    /// The year of a vehicle of the model at a place on the line of all of them.
    ///
    /// @param place 0 <= p < 1, evenly distributed
    int yearAt(double place) {
        double rest = place
                * IntStream.rangeClosed(firstYear, lastYear)
                        .mapToDouble(Model::leftOf)
                        .sum();
        int year = lastYear;
        while (year > firstYear && rest >= leftOf(year)) {
            rest -= leftOf(year);
            year--;
        }
        return year;
    }

    /// Share of the vehicles of a year that are still on the road: all of a dozen years, none of 23; chosen,
    /// so that cars are as old as they were at the end of 2024: 9.5 years on average, 43.4 % of them above
    /// ten. Source: as of the numbers.
    private static double leftOf(int year) {
        return Math.clamp((OLDEST_YEARS - (FLEET_YEAR - year)) / (OLDEST_YEARS - AGEING_YEARS), 0, 1);
    }

    /// What a full tank or battery holds [J].
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
