package smartcity.disturbance;

import java.util.List;
import smartcity.event.Carriageway;

/// What is known of weather and incidents on the road.
///
/// Time is cut into whole minutes since 1970-01-01T00:00Z, so that what is known does not depend on the order of
/// arrival within one. Safe for use by several threads.
public interface Disturbances {
    /// A fine day on an open road.
    Disturbances NONE = new Disturbances() {
        @Override
        public RoadWeather weatherAt(double chainageMetres, long minute) {
            return RoadWeather.FINE;
        }

        @Override
        public List<LaneClosure> closuresAt(Carriageway carriageway, long minute) {
            return List.of();
        }
    };

    /// The weather at a place.
    ///
    /// @param chainageMetres place on the road [m]
    /// @param minute of event time, since 1970-01-01T00:00Z [min]
    RoadWeather weatherAt(double chainageMetres, long minute);

    /// The incidents that are under way, by chainage; also those that close no lane.
    ///
    /// @param minute of event time, since 1970-01-01T00:00Z [min]
    List<LaneClosure> closuresAt(Carriageway carriageway, long minute);
}
