package smartcity.view.state;

/// What a vehicle is doing, as far as its reports say.
public enum VehicleActivity {
    /// On the road, moving or in a queue.
    DRIVING(1),
    /// Beside the road, at a junction or services.
    PARKED(2),
    /// Has not reported for three of its intervals.
    SILENT(3);

    private final int code;

    VehicleActivity(int code) {
        this.code = code;
    }

    /// Its number in a frame; 0 stands for no vehicle.
    public int code() {
        return code;
    }
}
