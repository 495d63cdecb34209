package smartcity.event;

/// Kind of emergency.
public enum EmergencyType implements JsonEnum {
    ACCIDENT("Accident"),
    FIRE("Fire"),
    MEDICAL("Medical"),
    POLICE("Police");
    private final String jsonValue;

    EmergencyType(String jsonValue) {
        this.jsonValue = jsonValue;
    }

    @Override
    public String jsonValue() {
        return jsonValue;
    }
}
