package smartcity.incident.life;

import smartcity.chance.Seed;
import smartcity.event.EmergencyType;
import smartcity.road.RoadsideUnits;

/// Selects the device that reports an incident. It is the same from the first report to the last, so the reports
/// share a key and stay in order.
///
/// A control room reports the calls of passers-by. Numbers and shares are chosen.
final class IncidentReporter {
    /// Share of the incidents on the M40 that a roadside unit reports.
    private static final double ROADSIDE_UNIT_SHARE = 0.6;
    private static final int PATROLS = 24;

    private final RoadsideUnits units;

    IncidentReporter(RoadsideUnits units) {
        this.units = units;
    }

    /// Device id of the reporter: the nearest roadside unit (only the M40 has them), a patrol, or the control room
    /// in charge.
    String of(Incident incident) {
        Seed seed = incident.seed().of("reporter");
        if (incident.cause().type() == EmergencyType.POLICE) {
            return "patrol-%02d".formatted(1 + (int) (seed.of("patrol").uniform() * PATROLS));
        }
        if (incident.location().road().equals("M40") && seed.uniform() < ROADSIDE_UNIT_SHARE) {
            return units.nearest(incident.location().chainageMetres()).id();
        }
        return switch (incident.location().road()) {
            case "M42", "M6", "A38(M)" -> "control-room-west-midlands";
            case "A40" -> "control-room-london";
            default -> "control-room-m40";
        };
    }
}
