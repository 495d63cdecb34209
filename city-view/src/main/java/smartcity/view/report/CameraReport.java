package smartcity.view.report;

import smartcity.event.CameraSnapshot;
import smartcity.event.Carriageway;
import smartcity.event.Location;
import smartcity.event.TrafficFlow;

/// What the page shows of a record of `traffic_data`.
///
/// @param id of the record, which also identifies its picture
/// @param timestampMillis event time [ms since 1970]
public record CameraReport(
        String id,
        String cameraId,
        Location location,
        long timestampMillis,
        CameraSnapshot snapshot,
        Carriageway carriageway,
        TrafficFlow flow) {
    public CameraReport {
        if (!cameraId.matches("[A-Za-z0-9._()-]{1,64}")) {
            throw new IllegalArgumentException("cameraId must be a name of 1 to 64 characters but was " + cameraId);
        }
    }
}
