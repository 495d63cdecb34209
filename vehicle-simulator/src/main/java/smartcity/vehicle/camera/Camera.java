package smartcity.vehicle.camera;

import java.util.ArrayList;
import java.util.List;
import smartcity.event.Carriageway;
import smartcity.event.Location;
import smartcity.road.Road;
import smartcity.vehicle.snapshot.Scene;

/// One of the two cameras of a roadside unit; it looks along its carriageway in the direction of travel.
///
/// @param unitId the roadside unit, named by road and distance from London
/// @param cameraId unit and carriageway letter: as on British marker posts, A leads away from London and B to it
/// @param location of the unit
/// @param chainageMetres place of the unit on the road [m]
record Camera(String unitId, String cameraId, Location location, double chainageMetres, Carriageway carriageway) {
    /// Roadside units on the M40: half of the 75 to 80 cameras which it has when National Highways' almost 4,000
    /// stand evenly on its 4,517 miles. Source: National Highways, traffic camera figures.
    private static final int UNITS = 39;

    /// The cameras of the M40 from London to Birmingham, evenly spaced, two a unit.
    static List<Camera> onTheM40(Road road) {
        double from = road.junction("M40", "J1").chainageMetres();
        double to = road.junction("M42", "J3A").chainageMetres();
        List<Camera> cameras = new ArrayList<>();
        for (int unit = 0; unit < UNITS; unit++) {
            double chainage = from + (unit + 0.5) / UNITS * (to - from);
            String unitId = "M40-%05.1f".formatted(chainage / 1000);
            Location location = road.locationAt(chainage);
            cameras.add(new Camera(unitId, unitId + "-A", location, chainage, Carriageway.NORTHBOUND));
            cameras.add(new Camera(unitId, unitId + "-B", location, chainage, Carriageway.SOUTHBOUND));
        }
        return List.copyOf(cameras);
    }

    /// Distance of a place on the road from the camera in the direction it looks [m]; negative behind it.
    double aheadMetres(double chainage) {
        return switch (carriageway) {
            case NORTHBOUND -> chainage - chainageMetres;
            case SOUTHBOUND -> chainageMetres - chainage;
        };
    }

    /// The nearer end of the road in clear view, by chainage [m].
    double viewFromMetres() {
        return switch (carriageway) {
            case NORTHBOUND -> chainageMetres + Scene.NEAR_METRES;
            case SOUTHBOUND -> chainageMetres - Scene.FAR_METRES;
        };
    }

    /// The end of the road in clear view, by chainage [m].
    double viewToMetres() {
        return viewFromMetres() + Scene.FAR_METRES - Scene.NEAR_METRES;
    }
}
