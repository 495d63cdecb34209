package smartcity.emission.control;

import jakarta.inject.Singleton;
import java.util.Set;
import smartcity.emission.SimulationConfig;
import smartcity.http.JsonBody;
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

    /// Reads simulated seconds per real second.
    public static double factor(JsonBody form) {
        double factor = form.number(FACTOR, 0.1, 3600);
        form.end();
        return factor;
    }

    /// Reads whether simulated time goes on.
    public static boolean running(JsonBody form) {
        boolean running = form.truth(RUNNING);
        form.end();
        return running;
    }

    /// A factor that is set while time stands still holds when it goes on.
    @Override
    public void take(CityCommand order) {
        JsonBody form = new JsonBody(order.body());
        if (order.kind().equals(FACTOR)) {
            factor = factor(form);
        } else {
            running = running(form);
        }
        if (running) {
            time.changeFactor(factor, order.effectiveAt());
        } else {
            time.pause(order.effectiveAt());
        }
    }
}
