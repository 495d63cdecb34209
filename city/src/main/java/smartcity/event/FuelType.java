package smartcity.event;

/// What drives a vehicle.
public enum FuelType implements JsonEnum {
    PETROL("Petrol"),
    DIESEL("Diesel"),
    HYBRID("Hybrid"),
    ELECTRIC("Electric");
    private final String word;

    FuelType(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
