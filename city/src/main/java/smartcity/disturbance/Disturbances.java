package smartcity.disturbance;

import java.util.List;
import smartcity.event.Carriageway;

/// The weather and incidents that are in effect on the road.
///
/// Time is divided into whole minutes since 1970-01-01T00:00Z, so that the sequence of arrival within a minute does
/// not matter. Safe for use by several threads.
public interface Disturbances {
    /// Fine weather on an open road.
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

    /// The active incidents in order of chainage, including those that close no lane.
    ///
    /// @param minute of event time, since 1970-01-01T00:00Z [min]
    List<LaneClosure> closuresAt(Carriageway carriageway, long minute);
}
