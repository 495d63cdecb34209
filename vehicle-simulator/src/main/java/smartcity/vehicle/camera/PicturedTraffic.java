package smartcity.vehicle.camera;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import smartcity.event.VehicleType;
import smartcity.vehicle.snapshot.CameraScene;
import smartcity.vehicle.snapshot.PassingVehicle;

/// Places vehicles in front of a camera by the density of the traffic.
final class PicturedTraffic {
    /// Greatest distance of a placed vehicle: beyond it would be a dot [m]; chosen.
    private static final double FAR_METRES = 330;

    /// Least gap between vehicles [m]; chosen: the gap at standstill.
    private static final double LEAST_GAP_METRES = 2.5;

    /// Share of vans among the vehicles that are not lorries. Source: as the shares of the fleet's classes.
    private static final double VAN_SHARE = 0.17 / (0.71 + 0.17);

    /// Lanes of lorries: they must not use the right-hand lane. Source: Highway Code, rule 265.
    private static final int LORRY_LANES = 2;

    private final RandomGenerator random;
    private final int lanes;
    private final List<PassingVehicle> passers = new ArrayList<>();

    /// @param lanes of the carriageway
    PicturedTraffic(RandomGenerator random, int lanes) {
        this.random = random;
        this.lanes = lanes;
    }

    List<PassingVehicle> passers() {
        return passers;
    }

    /// Adds a vehicle of the fleet, in a lane with enough gaps if there is one.
    void add(VehicleType type, double aheadMetres, double colour) {
        PassingVehicle passer = new PassingVehicle(type, laneOf(type), aheadMetres, colour);
        for (int lane = 1; lane <= lanesOf(type) && !clear(passer); lane++) {
            passer = new PassingVehicle(type, lane, aheadMetres, colour);
        }
        passers.add(passer);
    }

    /// Adds other vehicles until the density is reached or no free place is found.
    void fill(double densityPerKm, double lorryShare) {
        double expected = densityPerKm * (FAR_METRES - CameraScene.NEAR_METRES) / 1000;
        int wanted = (int) (expected + random.nextDouble());
        for (int attempt = 0; attempt < 4 * wanted && passers.size() < wanted; attempt++) {
            VehicleType type = drawType(lorryShare);
            double ahead = CameraScene.NEAR_METRES + random.nextDouble() * (FAR_METRES - CameraScene.NEAR_METRES);
            PassingVehicle passer = new PassingVehicle(type, laneOf(type), ahead, random.nextDouble());
            if (clear(passer)) {
                passers.add(passer);
            }
        }
    }

    private VehicleType drawType(double lorryShare) {
        if (random.nextDouble() < lorryShare) {
            return VehicleType.LORRY;
        }
        return random.nextDouble() < VAN_SHARE ? VehicleType.VAN : VehicleType.CAR;
    }

    private int laneOf(VehicleType type) {
        return 1 + random.nextInt(lanesOf(type));
    }

    /// Lanes in which a class drives, counted from the left.
    private int lanesOf(VehicleType type) {
        return switch (type) {
            case LORRY, COACH -> Math.min(LORRY_LANES, lanes);
            case CAR, VAN, MOTORCYCLE -> lanes;
        };
    }

    private boolean clear(PassingVehicle passer) {
        return passers.stream().allMatch(other -> apart(passer, other));
    }

    private static boolean apart(PassingVehicle one, PassingVehicle other) {
        return one.lane() != other.lane()
                || one.aheadMetres() > other.aheadMetres() + other.lengthMetres() + LEAST_GAP_METRES
                || other.aheadMetres() > one.aheadMetres() + one.lengthMetres() + LEAST_GAP_METRES;
    }
}
