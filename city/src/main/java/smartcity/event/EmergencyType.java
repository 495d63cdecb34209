package smartcity.event;

/// Kind of emergency.
public enum EmergencyType implements JsonEnum {
    ACCIDENT("Accident"),
    FIRE("Fire"),
    MEDICAL("Medical"),
    POLICE("Police");
    private final String word;

    EmergencyType(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
