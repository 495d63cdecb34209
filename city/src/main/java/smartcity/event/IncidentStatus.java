package smartcity.event;

/// Where an incident is in its life.
public enum IncidentStatus implements JsonEnum {
    ACTIVE("Active"),
    RESOLVED("Resolved");
    private final String word;

    IncidentStatus(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
