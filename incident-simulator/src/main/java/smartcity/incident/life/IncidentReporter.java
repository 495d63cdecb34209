package smartcity.incident.life;

import smartcity.chance.Seed;
import smartcity.event.EmergencyType;
import smartcity.road.RoadsideUnits;

/// Who reports an incident, from its first report to its last, so that its reports share a key and stay in
/// order.
///
/// Calls of passers-by are told by the control room that takes them. Numbers and shares are chosen.
final class IncidentReporter {
    /// Of the incidents on the M40.
    private static final double ROADSIDE_UNIT_SHARE = 0.6;
    private static final int PATROLS = 24;

    private final RoadsideUnits units;

    IncidentReporter(RoadsideUnits units) {
        this.units = units;
    }

    /// The device id: the nearest roadside unit (only the M40 has them), a patrol, or the control room in charge.
    String of(Incident incident) {
        Seed chance = incident.seed().of("reporter");
        if (incident.cause().type() == EmergencyType.POLICE) {
            return "patrol-%02d".formatted(1 + (int) (chance.of("patrol").uniform() * PATROLS));
        }
        if (incident.spot().road().equals("M40") && chance.uniform() < ROADSIDE_UNIT_SHARE) {
            return units.nearest(incident.spot().chainageMetres()).id();
        }
        return switch (incident.spot().road()) {
            case "M42", "M6", "A38(M)" -> "control-room-west-midlands";
            case "A40" -> "control-room-london";
            default -> "control-room-m40";
        };
    }
}
