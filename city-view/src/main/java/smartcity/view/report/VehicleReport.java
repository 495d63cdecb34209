package smartcity.view.report;

import smartcity.event.VehicleType;

/// What the page shows of a record of `vehicle_data`.
///
/// @param timestampMillis event time [ms since 1970]
/// @param latitude WGS 84 [deg]
/// @param longitude WGS 84 [deg]
/// @param speedKmh ground speed [km/h], 0 to 250
/// @param heading clockwise from north [deg]
public record VehicleReport(
        String deviceId,
        long timestampMillis,
        double latitude,
        double longitude,
        double speedKmh,
        double heading,
        VehicleType type) {
    public VehicleReport {
        if (deviceId.isBlank() || deviceId.length() > 64) {
            throw new IllegalArgumentException("deviceId must have 1 to 64 characters but was '" + deviceId + "'");
        }
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException(
                    "location must be on Earth but was %s, %s".formatted(latitude, longitude));
        }
        if (!(speedKmh >= 0 && speedKmh <= 250 && heading >= 0 && heading < 360)) {
            throw new IllegalArgumentException(
                    "speed and heading must be within [0, 250] and [0, 360) but were %s and %s"
                            .formatted(speedKmh, heading));
        }
    }
}
