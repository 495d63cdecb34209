package smartcity.incident.life;

import smartcity.chance.Seed;
import smartcity.event.EmergencyType;

/// Who reports an incident, from its first report to its last, so that its reports share a key and stay in
/// order.
///
/// Calls of passers-by are told by the control room that takes them. Numbers and shares are chosen.
final class Reporter {
    private static final double ROADSIDE_UNIT_SHARE = 0.6;
    private static final int PATROLS = 24;
    private static final double METRES_PER_ROADSIDE_UNIT = 3500;

    private Reporter() {}

    /// The device id: the nearest roadside unit, a patrol, or the control room in charge.
    static String of(Incident incident) {
        Seed chance = incident.seed().of("reporter");
        if (incident.cause().type() == EmergencyType.POLICE) {
            return "patrol-%02d".formatted(1 + (int) (chance.of("patrol").uniform() * PATROLS));
        }
        double chainage = incident.spot().chainageMetres();
        if (chance.uniform() < ROADSIDE_UNIT_SHARE) {
            return "roadside-unit-%02d".formatted(Math.round(chainage / METRES_PER_ROADSIDE_UNIT));
        }
        return switch (incident.spot().road()) {
            case "M42", "M6", "A38(M)" -> "control-room-west-midlands";
            case "A40" -> "control-room-london";
            default -> "control-room-m40";
        };
    }
}
