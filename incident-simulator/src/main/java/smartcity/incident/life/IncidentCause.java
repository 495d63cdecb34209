package smartcity.incident.life;

import java.util.random.RandomGenerator;
import smartcity.event.EmergencyType;
import smartcity.event.Severity;

/// The causes of incidents, with their frequency and their initial severity.
///
/// Accidents with casualties: 76 casualties per billion vehicle miles on motorways in 2023 (Department for
/// Transport, reported road casualties in Great Britain), and one and a half casualties in each (chosen),
/// make 50 accidents. All other rates, and the lanes, are chosen. The rates are those of the average
/// weather; only accidents depend on it.
enum IncidentCause {
    CASUALTIES(EmergencyType.ACCIDENT, 50, 1, 4, Severity.CRITICAL, "vehicles collided and people were hurt"),
    COLLISION(EmergencyType.ACCIDENT, 300, 1, 2, Severity.MEDIUM, "vehicles collided and nobody was hurt"),
    OVERTURNED_LORRY(EmergencyType.ACCIDENT, 10, 2, 4, Severity.HIGH, "a lorry overturned"),
    LEFT_ROAD(EmergencyType.ACCIDENT, 60, 0, 1, Severity.MEDIUM, "a car left the carriageway"),
    VEHICLE_FIRE(EmergencyType.FIRE, 40, 1, 3, Severity.HIGH, "a vehicle caught fire"),
    LORRY_FIRE(EmergencyType.FIRE, 6, 2, 4, Severity.CRITICAL, "a lorry's load caught fire"),
    VERGE_FIRE(EmergencyType.FIRE, 14, 0, 1, Severity.LOW, "the verge caught fire"),
    DRIVER_ILL(EmergencyType.MEDICAL, 40, 0, 1, Severity.HIGH, "a driver was taken ill"),
    PASSENGER_ILL(EmergencyType.MEDICAL, 30, 0, 0, Severity.MEDIUM, "a passenger was taken ill"),
    DEBRIS(EmergencyType.POLICE, 140, 1, 1, Severity.MEDIUM, "debris was seen in the carriageway"),
    STRANDED_VEHICLE(EmergencyType.POLICE, 180, 1, 1, Severity.MEDIUM, "a vehicle broke down in a live lane"),
    PEDESTRIAN(EmergencyType.POLICE, 40, 0, 1, Severity.HIGH, "a pedestrian was seen on the carriageway"),
    POLICE_STOP(EmergencyType.POLICE, 40, 0, 0, Severity.LOW, "police stopped a vehicle");

    private static final IncidentCause[] ALL = values();

    private final EmergencyType type;
    private final double perBillionVehicleMiles;
    private final int fewestLanes;
    private final int mostLanes;
    private final Severity severity;
    private final String description;

    IncidentCause(
            EmergencyType type,
            double perBillionVehicleMiles,
            int fewestLanes,
            int mostLanes,
            Severity severity,
            String description) {
        this.type = type;
        this.perBillionVehicleMiles = perBillionVehicleMiles;
        this.fewestLanes = fewestLanes;
        this.mostLanes = mostLanes;
        this.severity = severity;
        this.description = description;
    }

    /// Rate of all causes together in the worst weather [1 per billion vehicle miles].
    static double mostPerBillionVehicleMiles() {
        double sum = 0;
        for (IncidentCause cause : ALL) {
            sum += cause.mostPerBillionMiles();
        }
        return sum;
    }

    /// Draws a cause; its probability is proportional to its rate in the worst weather.
    static IncidentCause draw(RandomGenerator random) {
        double left = random.nextDouble() * mostPerBillionVehicleMiles();
        for (IncidentCause cause : ALL) {
            left -= cause.mostPerBillionMiles();
            if (left < 0) {
                return cause;
            }
        }
        return ALL[ALL.length - 1];
    }

    EmergencyType type() {
        return type;
    }

    /// Rate of this cause in the weather in which it is most frequent [1 per billion vehicle miles].
    private double mostPerBillionMiles() {
        return perBillionVehicleMiles * (dependsOnWeather() ? WeatherRisk.HIGHEST : 1);
    }

    /// Share of this cause's greatest rate that applies in a weather, 0 to 1.
    ///
    /// @param risk of accidents by [WeatherRisk]
    double keptShare(double risk) {
        return dependsOnWeather() ? risk / WeatherRisk.HIGHEST : 1;
    }

    private boolean dependsOnWeather() {
        return type == EmergencyType.ACCIDENT;
    }

    /// Mean rate of this cause over the year [1 per billion vehicle miles].
    double perBillionVehicleMiles() {
        return perBillionVehicleMiles;
    }

    Severity severity() {
        return severity;
    }

    /// What happened, as a clause.
    String description() {
        return description;
    }

    /// Lanes that it closes at first, at most the lanes of the carriageway.
    int lanesClosed(int lanes, RandomGenerator random) {
        return Math.min(lanes, random.nextInt(fewestLanes, mostLanes + 1));
    }
}
