package smartcity.event;

/// Where an incident is in its life.
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
