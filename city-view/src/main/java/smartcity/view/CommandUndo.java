package smartcity.view;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import smartcity.emission.control.CityCommand;
import smartcity.emission.control.FaultCommands;
import smartcity.emission.control.IncidentCommandForm;
import smartcity.emission.control.WeatherCommandForm;
import smartcity.event.EmergencyReport;
import smartcity.view.state.IncidentBoard;
import smartcity.view.state.IncidentBoard.RoadIncident;

/// Finds the command that undoes another one.
@Singleton
class CommandUndo {
    /// How far from the place of its command an incident is reported at most [m]; chosen: more than the error of
    /// matching.
    private static final double NEAR_METRES = 50;

    private final CommandList commands;
    private final IncidentBoard incidents;

    /// A command to give.
    record Counter(String kind, ObjectNode body) {}

    CommandUndo(CommandList commands, IncidentBoard incidents) {
        this.commands = commands;
        this.incidents = incidents;
    }

    /// The command that undoes one; empty when that is not known, or left nothing that can be undone.
    Optional<Counter> of(UUID id) {
        return commands.find(id).flatMap(command -> switch (command.kind()) {
            case IncidentCommandForm.RAISE ->
                raisedBy(command)
                        .map(incident -> new Counter(
                                IncidentCommandForm.RESOLVE, IncidentCommandForm.resolution(incident.last())));
            case WeatherCommandForm.SET ->
                Optional.of(new Counter(WeatherCommandForm.CLEAR, WeatherCommandForm.clearance(id)));
            case FaultCommands.KIND ->
                Optional.of(new Counter(
                        FaultCommands.KIND,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("service", command.body().path("service").asText())));
            default -> Optional.empty();
        });
    }

    /// The active incident of the command's kind and place that began soonest after it.
    private Optional<RoadIncident> raisedBy(CityCommand command) {
        long from = command.simulatedAt().toEpochMilli();
        double chainage = command.body().path("km").asDouble() * 1000;
        return incidents.at(from).stream()
                .filter(RoadIncident::isActive)
                .filter(incident -> Math.abs(incident.chainageMetres() - chainage) <= NEAR_METRES)
                .filter(incident -> isOf(command, incident.reports().getFirst()))
                .min(Comparator.comparing(
                        incident -> incident.reports().getFirst().timestamp()));
    }

    private static boolean isOf(CityCommand command, EmergencyReport first) {
        return !first.timestamp().isBefore(command.simulatedAt())
                && command.body().path("type").asText().equals(first.type().jsonValue())
                && command.body()
                        .path("carriageway")
                        .asText()
                        .equals(first.carriageway().jsonValue());
    }
}
