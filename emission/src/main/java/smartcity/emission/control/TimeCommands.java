package smartcity.emission.control;

import jakarta.inject.Singleton;
import java.util.Set;
import smartcity.emission.SimulationConfig;
import smartcity.time.SimulatedTime;

/// Carries out what is ordered about simulated time, in every service alike.
@Singleton
public class TimeCommands implements CommandHandler {
    /// Kind of the command that sets the factor.
    public static final String FACTOR = "factor";
    /// Kind of the command that stops and resumes simulated time.
    public static final String RUNNING = "running";

    private final SimulatedTime time;
    private double factor;
    private boolean running = true;

    TimeCommands(SimulatedTime time, SimulationConfig simulation) {
        this.time = time;
        this.factor = simulation.factor();
    }

    @Override
    public Set<String> kinds() {
        return Set.of(FACTOR, RUNNING);
    }

    /// A factor that is set while time stands still holds when it goes on.
    @Override
    public void take(CityCommand order) {
        if (order.kind().equals(FACTOR)) {
            factor = FactorRequest.of(order.body()).factor();
        } else {
            running = RunningRequest.of(order.body()).running();
        }
        if (running) {
            time.changeFactor(factor, order.effectiveAt());
        } else {
            time.pause(order.effectiveAt());
        }
    }
}
