package smartcity.vehicle.motion;

import static smartcity.event.FuelType.DIESEL;
import static smartcity.event.FuelType.ELECTRIC;
import static smartcity.event.FuelType.HYBRID;
import static smartcity.event.FuelType.PETROL;

import java.util.List;
import smartcity.event.FuelType;

/// A model of vehicle on British roads, with the years in which it was first registered there.
///
/// The ten most common cars (Fiesta, Focus, Corsa, Golf, Astra, Polo, MINI, Qashqai, 3 Series, Yaris) are as many as
/// were
/// in use at the end of 2022. Source: SMMT, Motorparc 2022, as reported by This is Money, 25 April 2023. Of these only
/// the split by fuel is chosen. How common all others are is chosen, so that of the cars about 4 in 100 are electric
/// and
/// 3 in 10 diesel; years and ranges at motorway speed are rounded from general knowledge.
///
/// @param rangeKm distance on a full tank or battery
/// @param firstYear first year of registration
/// @param lastYear last year of registration
/// @param thousands how many are on the road, as a weight within the class
record Model(String make, String name, FuelType fuel, double rangeKm, int firstYear, int lastYear, int thousands) {
    /// The year the fleet is of: no vehicle is younger.
    static final int FLEET_YEAR = 2026;

    private static final List<Model> CARS = List.of(
            new Model("Ford", "Fiesta", PETROL, 650, 2008, 2023, 1516),
            new Model("Ford", "Focus", PETROL, 720, 2005, 2025, 691),
            new Model("Ford", "Focus", DIESEL, 900, 2006, 2025, 400),
            new Model("Ford", "Puma", HYBRID, 720, 2020, FLEET_YEAR, 250),
            new Model("Ford", "Kuga", DIESEL, 850, 2012, 2024, 450),
            new Model("Vauxhall", "Corsa", PETROL, 680, 2006, FLEET_YEAR, 1065),
            new Model("Vauxhall", "Astra", PETROL, 720, 2005, FLEET_YEAR, 553),
            new Model("Vauxhall", "Astra", DIESEL, 900, 2006, 2024, 200),
            new Model("Volkswagen", "Polo", PETROL, 660, 2006, FLEET_YEAR, 709),
            new Model("Volkswagen", "Golf", PETROL, 750, 2005, FLEET_YEAR, 620),
            new Model("Volkswagen", "Golf", DIESEL, 950, 2008, 2024, 400),
            new Model("Volkswagen", "ID.3", ELECTRIC, 330, 2020, FLEET_YEAR, 60),
            new Model("Nissan", "Qashqai", PETROL, 750, 2014, FLEET_YEAR, 320),
            new Model("Nissan", "Qashqai", DIESEL, 900, 2010, 2021, 318),
            new Model("Nissan", "Leaf", ELECTRIC, 260, 2015, FLEET_YEAR, 60),
            new Model("BMW", "3 Series", DIESEL, 950, 2006, 2024, 529),
            new Model("Mercedes-Benz", "C-Class", DIESEL, 950, 2008, 2023, 450),
            new Model("Audi", "A3", PETROL, 760, 2008, FLEET_YEAR, 450),
            new Model("Audi", "A4", DIESEL, 950, 2008, 2024, 400),
            new Model("Toyota", "Yaris", HYBRID, 750, 2012, FLEET_YEAR, 520),
            new Model("Toyota", "Prius", HYBRID, 850, 2010, FLEET_YEAR, 120),
            new Model("Kia", "Sportage", PETROL, 700, 2014, FLEET_YEAR, 350),
            new Model("Kia", "EV6", ELECTRIC, 400, 2021, FLEET_YEAR, 40),
            new Model("Hyundai", "Tucson", HYBRID, 800, 2020, FLEET_YEAR, 200),
            new Model("MG", "MG4 EV", ELECTRIC, 340, 2022, FLEET_YEAR, 60),
            new Model("Tesla", "Model 3", ELECTRIC, 420, 2019, FLEET_YEAR, 130),
            new Model("Tesla", "Model Y", ELECTRIC, 410, 2022, FLEET_YEAR, 130),
            new Model("Land Rover", "Discovery Sport", DIESEL, 800, 2015, FLEET_YEAR, 250),
            new Model("Volvo", "XC60", HYBRID, 800, 2018, FLEET_YEAR, 150),
            new Model("MINI", "Hatch", PETROL, 620, 2007, FLEET_YEAR, 698));

    private static final List<Model> VANS = List.of(
            new Model("Ford", "Transit", DIESEL, 800, 2006, FLEET_YEAR, 500),
            new Model("Ford", "Transit Custom", DIESEL, 850, 2013, FLEET_YEAR, 400),
            new Model("Ford", "E-Transit", ELECTRIC, 230, 2022, FLEET_YEAR, 25),
            new Model("Volkswagen", "Transporter", DIESEL, 850, 2006, FLEET_YEAR, 300),
            new Model("Mercedes-Benz", "Sprinter", DIESEL, 800, 2007, FLEET_YEAR, 250),
            new Model("Vauxhall", "Vivaro", DIESEL, 850, 2007, FLEET_YEAR, 280),
            new Model("Peugeot", "Partner", DIESEL, 800, 2009, FLEET_YEAR, 180),
            new Model("Citroën", "Berlingo", DIESEL, 800, 2009, FLEET_YEAR, 200));

    private static final List<Model> LORRIES = List.of(
            new Model("DAF", "XF", DIESEL, 1800, 2013, FLEET_YEAR, 190),
            new Model("DAF", "CF", DIESEL, 1300, 2013, 2023, 90),
            new Model("Scania", "R 450", DIESEL, 1800, 2014, FLEET_YEAR, 170),
            new Model("Volvo", "FH", DIESEL, 1800, 2013, FLEET_YEAR, 165),
            new Model("Volvo", "FH Electric", ELECTRIC, 280, 2022, FLEET_YEAR, 3),
            new Model("Mercedes-Benz", "Actros", DIESEL, 1800, 2012, FLEET_YEAR, 130),
            new Model("MAN", "TGX", DIESEL, 1700, 2012, FLEET_YEAR, 95),
            new Model("Iveco", "S-Way", DIESEL, 1600, 2020, FLEET_YEAR, 40));

    private static final List<Model> COACHES = List.of(
            new Model("Volvo", "9700", DIESEL, 1300, 2013, FLEET_YEAR, 30),
            new Model("Mercedes-Benz", "Tourismo", DIESEL, 1300, 2012, FLEET_YEAR, 25),
            new Model("Van Hool", "TX16", DIESEL, 1300, 2013, 2024, 25),
            new Model("Yutong", "TCe12", ELECTRIC, 320, 2020, FLEET_YEAR, 3));

    private static final List<Model> MOTORCYCLES = List.of(
            new Model("Honda", "CB500F", PETROL, 400, 2013, FLEET_YEAR, 30),
            new Model("Triumph", "Tiger 900", PETROL, 360, 2020, FLEET_YEAR, 20),
            new Model("BMW", "R 1250 GS", PETROL, 380, 2019, 2023, 25),
            new Model("Yamaha", "Tracer 900", PETROL, 340, 2015, 2021, 25));

    /// The model of a class at a place on the line of all its vehicles.
    ///
    /// @param place 0 <= p < 1, evenly distributed
    static Model at(VehicleClass vehicleClass, double place) {
        List<Model> models = of(vehicleClass);
        double rest = place * models.stream().mapToInt(Model::thousands).sum();
        for (Model model : models) {
            rest -= model.thousands;
            if (rest < 0) {
                return model;
            }
        }
        return models.getLast();
    }

    /// The models of a class.
    private static List<Model> of(VehicleClass vehicleClass) {
        return switch (vehicleClass) {
            case CAR -> CARS;
            case VAN -> VANS;
            case LORRY -> LORRIES;
            case COACH -> COACHES;
            case MOTORCYCLE -> MOTORCYCLES;
        };
    }
}
