package smartcity.event;

/// Class of vehicle.
public enum VehicleType implements JsonEnum {
    CAR("Car"),
    VAN("Van"),
    LORRY("Lorry"),
    COACH("Coach"),
    MOTORCYCLE("Motorcycle");
    private final String word;

    VehicleType(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
