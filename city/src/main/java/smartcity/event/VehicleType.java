package smartcity.event;

/// Class of vehicle.
public enum VehicleType implements JsonEnum {
    CAR("Car"),
    VAN("Van"),
    LORRY("Lorry"),
    COACH("Coach"),
    MOTORCYCLE("Motorcycle");
    private final String jsonValue;

    VehicleType(String jsonValue) {
        this.jsonValue = jsonValue;
    }

    @Override
    public String jsonValue() {
        return jsonValue;
    }
}
