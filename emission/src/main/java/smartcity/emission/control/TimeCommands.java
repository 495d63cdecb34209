package smartcity.emission.control;

import java.util.Set;
import smartcity.time.SimulatedTime;

/// Carries out the commands that set simulated time, in every service alike.
public final class TimeCommands implements CommandHandler {
    /// Kind of the command that sets the factor.
    public static final String FACTOR = "factor";
    /// Kind of the command that stops and resumes simulated time.
    public static final String RUNNING = "running";

    private final SimulatedTime time;
    private double factor;
    private boolean running = true;

    /// @param factor simulated seconds per real second, until the first command
    public TimeCommands(SimulatedTime time, double factor) {
        this.time = time;
        this.factor = factor;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(FACTOR, RUNNING);
    }

    /// A factor that is set while simulated time is paused takes effect when it resumes.
    @Override
    public void carryOut(CityCommand command) {
        if (command.kind().equals(FACTOR)) {
            factor = FactorRequest.of(command.body()).factor();
        } else {
            running = RunningRequest.of(command.body()).running();
        }
        if (running) {
            time.changeFactor(factor, command.effectiveAt());
        } else {
            time.pause(command.effectiveAt());
        }
    }
}
