package smartcity.event;

/// The state of an incident.
public enum IncidentStatus implements JsonEnum {
    ACTIVE("Active"),
    RESOLVED("Resolved");
    private final String jsonValue;

    IncidentStatus(String jsonValue) {
        this.jsonValue = jsonValue;
    }

    @Override
    public String jsonValue() {
        return jsonValue;
    }
}
