package smartcity.disturbance;

import java.util.UUID;
import smartcity.event.Carriageway;
import smartcity.event.EmergencyType;

/// An active incident and the lanes that it closes.
///
/// @param incidentId identity of the incident
/// @param chainageMetres place on the road [m]
/// @param lanesClosed lanes closed, 0 (the hard shoulder at most) to `lanes`
/// @param lanes lanes of the carriageway there, 1 to 8
public record LaneClosure(
        UUID incidentId,
        Carriageway carriageway,
        double chainageMetres,
        int lanesClosed,
        int lanes,
        EmergencyType type) {
    public LaneClosure {
        if (lanes < 1 || lanes > 8) {
            throw new IllegalArgumentException("lanes must be within [1, 8] but was " + lanes);
        }
        if (lanesClosed < 0 || lanesClosed > lanes) {
            throw new IllegalArgumentException("lanesClosed must be within [0, " + lanes + "] but was " + lanesClosed);
        }
        if (!(chainageMetres >= 0 && chainageMetres < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "chainageMetres must be finite and not negative but was " + chainageMetres);
        }
    }
}
