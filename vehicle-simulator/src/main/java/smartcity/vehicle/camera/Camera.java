package smartcity.vehicle.camera;

import java.util.ArrayList;
import java.util.List;
import smartcity.event.Carriageway;
import smartcity.event.Location;
import smartcity.road.Road;
import smartcity.road.RoadsideUnit;
import smartcity.road.RoadsideUnits;
import smartcity.vehicle.snapshot.CameraScene;

/// One of the two cameras of a roadside unit; it points along its carriageway in the direction of travel.
///
/// @param unitId the [RoadsideUnit]
/// @param cameraId unit and letter of the carriageway: as on British marker posts, A leads away from London, B to it
/// @param location of the unit
/// @param chainageMetres place of the unit on the road [m]
record Camera(String unitId, String cameraId, Location location, double chainageMetres, Carriageway carriageway) {
    /// The cameras of the M40 from London to Birmingham, two per unit.
    static List<Camera> onTheM40(Road road) {
        List<Camera> cameras = new ArrayList<>();
        for (RoadsideUnit unit : new RoadsideUnits(road).all()) {
            Location location = road.locationAt(unit.chainageMetres());
            cameras.add(of(unit, "-A", location, Carriageway.NORTHBOUND));
            cameras.add(of(unit, "-B", location, Carriageway.SOUTHBOUND));
        }
        return List.copyOf(cameras);
    }

    private static Camera of(RoadsideUnit unit, String letter, Location location, Carriageway carriageway) {
        return new Camera(unit.id(), unit.id() + letter, location, unit.chainageMetres(), carriageway);
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
            case NORTHBOUND -> chainageMetres + CameraScene.NEAR_METRES;
            case SOUTHBOUND -> chainageMetres - CameraScene.FAR_METRES;
        };
    }

    /// The end of the road in clear view, by chainage [m].
    double viewToMetres() {
        return viewFromMetres() + CameraScene.FAR_METRES - CameraScene.NEAR_METRES;
    }
}
