package smartcity.vehicle.motion;

import static smartcity.event.FuelType.DIESEL;
import static smartcity.event.FuelType.ELECTRIC;
import static smartcity.event.FuelType.HYBRID;
import static smartcity.event.FuelType.PETROL;

import java.util.List;
import smartcity.event.FuelType;

/// A model of vehicle on British roads, with the years in which it was first registered there.
///
/// Which models there are, their fuels, years and ranges at motorway speed are rounded from general knowledge; how
/// common each is, is chosen: all of a class alike.
///
/// @param rangeKm distance on a full tank or battery
/// @param firstYear first year of registration
/// @param lastYear last year of registration
record Model(String make, String name, FuelType fuel, double rangeKm, int firstYear, int lastYear) {
    /// The year the fleet is of: no vehicle is younger.
    static final int FLEET_YEAR = 2026;

    private static final List<Model> CARS = List.of(
            new Model("Ford", "Fiesta", PETROL, 650, 2008, 2023),
            new Model("Ford", "Focus", PETROL, 720, 2005, 2025),
            new Model("Ford", "Puma", HYBRID, 720, 2020, FLEET_YEAR),
            new Model("Ford", "Kuga", DIESEL, 850, 2012, 2024),
            new Model("Vauxhall", "Corsa", PETROL, 680, 2006, FLEET_YEAR),
            new Model("Vauxhall", "Astra", PETROL, 720, 2005, FLEET_YEAR),
            new Model("Volkswagen", "Golf", PETROL, 750, 2005, FLEET_YEAR),
            new Model("Volkswagen", "Golf", DIESEL, 950, 2008, 2024),
            new Model("Volkswagen", "ID.3", ELECTRIC, 330, 2020, FLEET_YEAR),
            new Model("Nissan", "Qashqai", PETROL, 750, 2014, FLEET_YEAR),
            new Model("Nissan", "Qashqai", DIESEL, 900, 2010, 2021),
            new Model("Nissan", "Leaf", ELECTRIC, 260, 2015, FLEET_YEAR),
            new Model("BMW", "3 Series", DIESEL, 950, 2006, 2024),
            new Model("BMW", "320d", DIESEL, 950, 2006, 2024),
            new Model("Mercedes-Benz", "C-Class", DIESEL, 950, 2008, 2023),
            new Model("Audi", "A3", PETROL, 760, 2008, FLEET_YEAR),
            new Model("Audi", "A4", DIESEL, 950, 2008, 2024),
            new Model("Toyota", "Yaris", HYBRID, 750, 2012, FLEET_YEAR),
            new Model("Toyota", "Prius", HYBRID, 850, 2010, FLEET_YEAR),
            new Model("Kia", "Sportage", PETROL, 700, 2014, FLEET_YEAR),
            new Model("Kia", "EV6", ELECTRIC, 400, 2021, FLEET_YEAR),
            new Model("Hyundai", "Tucson", HYBRID, 800, 2020, FLEET_YEAR),
            new Model("MG", "MG4 EV", ELECTRIC, 340, 2022, FLEET_YEAR),
            new Model("Tesla", "Model 3", ELECTRIC, 420, 2019, FLEET_YEAR),
            new Model("Tesla", "Model Y", ELECTRIC, 410, 2022, FLEET_YEAR),
            new Model("Land Rover", "Discovery Sport", DIESEL, 800, 2015, FLEET_YEAR),
            new Model("Volvo", "XC60", HYBRID, 800, 2018, FLEET_YEAR),
            new Model("MINI", "Hatch", PETROL, 620, 2007, FLEET_YEAR));

    private static final List<Model> VANS = List.of(
            new Model("Ford", "Transit", DIESEL, 800, 2006, FLEET_YEAR),
            new Model("Ford", "Transit Custom", DIESEL, 850, 2013, FLEET_YEAR),
            new Model("Ford", "E-Transit", ELECTRIC, 230, 2022, FLEET_YEAR),
            new Model("Volkswagen", "Transporter", DIESEL, 850, 2006, FLEET_YEAR),
            new Model("Mercedes-Benz", "Sprinter", DIESEL, 800, 2007, FLEET_YEAR),
            new Model("Vauxhall", "Vivaro", DIESEL, 850, 2007, FLEET_YEAR),
            new Model("Peugeot", "Partner", DIESEL, 800, 2009, FLEET_YEAR),
            new Model("Citroën", "Berlingo", DIESEL, 800, 2009, FLEET_YEAR));

    private static final List<Model> LORRIES = List.of(
            new Model("DAF", "XF", DIESEL, 1800, 2013, FLEET_YEAR),
            new Model("DAF", "CF", DIESEL, 1300, 2013, 2023),
            new Model("Scania", "R 450", DIESEL, 1800, 2014, FLEET_YEAR),
            new Model("Volvo", "FH", DIESEL, 1800, 2013, FLEET_YEAR),
            new Model("Volvo", "FH Electric", ELECTRIC, 280, 2022, FLEET_YEAR),
            new Model("Mercedes-Benz", "Actros", DIESEL, 1800, 2012, FLEET_YEAR),
            new Model("MAN", "TGX", DIESEL, 1700, 2012, FLEET_YEAR),
            new Model("Iveco", "S-Way", DIESEL, 1600, 2020, FLEET_YEAR));

    private static final List<Model> COACHES = List.of(
            new Model("Volvo", "9700", DIESEL, 1300, 2013, FLEET_YEAR),
            new Model("Mercedes-Benz", "Tourismo", DIESEL, 1300, 2012, FLEET_YEAR),
            new Model("Van Hool", "TX16", DIESEL, 1300, 2013, 2024),
            new Model("Yutong", "TCe12", ELECTRIC, 320, 2020, FLEET_YEAR));

    private static final List<Model> MOTORCYCLES = List.of(
            new Model("Honda", "CB500F", PETROL, 400, 2013, FLEET_YEAR),
            new Model("Triumph", "Tiger 900", PETROL, 360, 2020, FLEET_YEAR),
            new Model("BMW", "R 1250 GS", PETROL, 380, 2019, 2023),
            new Model("Yamaha", "Tracer 900", PETROL, 340, 2015, 2021));

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
}
