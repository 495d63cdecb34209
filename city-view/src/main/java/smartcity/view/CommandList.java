package smartcity.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import smartcity.emission.control.CityCommand;
import smartcity.emission.control.CityCommands;
import smartcity.emission.control.CommandsStatus;
import smartcity.emission.control.FaultCommands;

/// The last commands of all operators, as the page lists them.
@Singleton
class CommandList {
    /// Commands that are listed; chosen.
    private static final int LISTED = 40;

    /// Commands of which one can be undone, and which say what faults are set; chosen.
    private static final int SEARCHED = 1_000;

    private final CityCommands commands;

    CommandList(CityCommands commands) {
        this.commands = commands;
    }

    /// From new to old, without the reports that commands carry.
    ArrayNode toJson() {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (CityCommand command : last(LISTED).reversed()) {
            ObjectNode body = command.body().deepCopy();
            String incident = command.body().path("last").path("incidentId").asText("");
            body.remove("last");
            if (!incident.isEmpty()) {
                body.put("incidentId", incident);
            }
            json.addObject()
                    .put("id", command.id().toString())
                    .put("kind", command.kind())
                    .put("at", command.simulatedAt().toEpochMilli())
                    .set("body", body);
        }
        return json;
    }

    /// The faults that the last command of each simulator has set; a simulator is absent while none has.
    ObjectNode faults() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (CityCommand command : last(SEARCHED)) {
            if (command.kind().equals(FaultCommands.KIND)) {
                ObjectNode faults = command.body().deepCopy();
                json.set(faults.path("service").asText(), faults.without("service"));
            }
        }
        return json;
    }

    /// A command that was given lately; empty when it is not known.
    Optional<CityCommand> find(UUID id) {
        return last(SEARCHED).stream()
                .filter(command -> command.id().equals(id))
                .findFirst();
    }

    private List<CityCommand> last(int most) {
        CommandsStatus counted = commands.status(0, 0);
        return commands.status(Math.max(0, counted.received() - most), most).commands();
    }
}
