package smartcity.vehicle.motion;

/// The body of a vehicle: its mass and its drag.
///
/// Chosen near published figures: an average petrol car of Euro 4 weighs 1,374 kg with its load and has a
/// drag area of 0.79 m2, a diesel 1,837 kg and 0.81 m2 (TU Graz, PHEMlight 5, as shipped with Eclipse SUMO);
/// an articulated lorry of the EU's group 5 is simulated with 2.6 t and 19.3 t of load (Regulation (EU)
/// 2017/2400, annex I). Newer bodies are sleeker. Masses of cars and vans are rounded from general knowledge,
/// with driver and without a traction battery.
enum VehicleBody {
    SMALL_CAR(1_200, 200, 0.66),
    FAMILY_CAR(1_420, 250, 0.68),
    SALOON(1_620, 250, 0.58),
    SPORT_UTILITY(1_720, 300, 0.82),
    CROSSOVER(1_750, 300, 0.68),
    SMALL_VAN(1_500, 500, 0.95),
    MEDIUM_VAN(1_950, 700, 1.25),
    LARGE_VAN(2_150, 1_000, 1.5),
    RIGID_LORRY(10_000, 10_000, 5),
    ARTICULATED_LORRY(15_000, 25_000, 5.4),
    COACH(14_500, 4_000, 4.2),
    MOTORCYCLE(310, 80, 0.58);

    private final double emptyKg;
    private final double mostLoadKg;
    private final double dragAreaSquareMetres;

    VehicleBody(double emptyKg, double mostLoadKg, double dragAreaSquareMetres) {
        this.emptyKg = emptyKg;
        this.mostLoadKg = mostLoadKg;
        this.dragAreaSquareMetres = dragAreaSquareMetres;
    }

    /// Mass with a load [kg].
    ///
    /// @param share of the greatest load, 0 to 1
    double massKg(double share) {
        return emptyKg + share * mostLoadKg;
    }

    /// Drag coefficient times frontal area [m2].
    double dragAreaSquareMetres() {
        return dragAreaSquareMetres;
    }
}
