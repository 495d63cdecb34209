package smartcity.vehicle.camera;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import smartcity.event.VehicleType;
import smartcity.vehicle.snapshot.CameraScene;
import smartcity.vehicle.snapshot.PassingVehicle;

/// Places as many vehicles before a camera as the density says.
final class PicturedTraffic {
    /// As far as vehicles are placed: beyond they would be dots [m]; chosen.
    private static final double FAR_METRES = 330;

    /// Gap between vehicles at least [m]; chosen: as at standstill.
    private static final double LEAST_GAP_METRES = 2.5;

    /// Share of vans among the vehicles that are not lorries. Source: as the shares of the fleet's classes.
    private static final double VAN_SHARE = 0.17 / (0.71 + 0.17);

    /// Lorries keep out of the lane on the right. Source: Highway Code, rule 265.
    private static final int LORRY_LANES = 2;

    private final RandomGenerator chance;
    private final int lanes;
    private final List<PassingVehicle> passers = new ArrayList<>();

    /// @param lanes of the carriageway
    PicturedTraffic(RandomGenerator chance, int lanes) {
        this.chance = chance;
        this.lanes = lanes;
    }

    List<PassingVehicle> passers() {
        return passers;
    }

    /// Adds a vehicle that is really there, in a lane where it stands clear of the others if there is one.
    void add(VehicleType type, double aheadMetres, double colour) {
        PassingVehicle passer = new PassingVehicle(type, laneOf(type), aheadMetres, colour);
        for (int lane = 1; lane <= lanesOf(type) && !clear(passer); lane++) {
            passer = new PassingVehicle(type, lane, aheadMetres, colour);
        }
        passers.add(passer);
    }

    /// Adds others until the density is reached or no place is free.
    void fill(double densityPerKm, double lorryShare) {
        double expected = densityPerKm * (FAR_METRES - CameraScene.NEAR_METRES) / 1000;
        int wanted = (int) (expected + chance.nextDouble());
        for (int attempt = 0; attempt < 4 * wanted && passers.size() < wanted; attempt++) {
            VehicleType type = drawType(lorryShare);
            double ahead = CameraScene.NEAR_METRES + chance.nextDouble() * (FAR_METRES - CameraScene.NEAR_METRES);
            PassingVehicle passer = new PassingVehicle(type, laneOf(type), ahead, chance.nextDouble());
            if (clear(passer)) {
                passers.add(passer);
            }
        }
    }

    private VehicleType drawType(double lorryShare) {
        if (chance.nextDouble() < lorryShare) {
            return VehicleType.LORRY;
        }
        return chance.nextDouble() < VAN_SHARE ? VehicleType.VAN : VehicleType.CAR;
    }

    private int laneOf(VehicleType type) {
        return 1 + chance.nextInt(lanesOf(type));
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
