package smartcity.emission.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/// The kinds and bodies of commands on the weather, which more than one service issues.
public final class WeatherCommandForm {
    /// The kind of a command that sets the weather; its body is a [WeatherRequest].
    public static final String SET = "set-weather";

    /// The kind of a command that ends weather that was set.
    public static final String CLEAR = "clear-weather";

    private static final String ID = "id";

    private WeatherCommandForm() {}

    /// The body of the command that ends weather that was set.
    ///
    /// @param set id of the command that set it
    public static ObjectNode clearance(UUID set) {
        return JsonNodeFactory.instance.objectNode().put(ID, set.toString());
    }

    /// Which weather a command ends.
    ///
    /// @param body as [#clearance] makes it
    public static UUID cleared(ObjectNode body) {
        return UUID.fromString(body.path(ID).asText());
    }
}
