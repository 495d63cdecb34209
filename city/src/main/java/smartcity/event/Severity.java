package smartcity.event;

/// Severity on the scale of the FIWARE Alert data model.
public enum Severity implements JsonEnum {
    INFORMATIONAL("informational"),
    LOW("low"),
    MEDIUM("medium"),
    HIGH("high"),
    CRITICAL("critical");
    private final String jsonValue;

    Severity(String jsonValue) {
        this.jsonValue = jsonValue;
    }

    @Override
    public String jsonValue() {
        return jsonValue;
    }
}
