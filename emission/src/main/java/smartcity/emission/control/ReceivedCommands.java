package smartcity.emission.control;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The last commands that were received, numbered from 0 in the order of the log. Safe for use by several threads.
final class ReceivedCommands {
    /// Commands that are kept at most [chosen, not measured].
    static final int KEPT = 10_000;

    private final Deque<CityCommand> last = new ArrayDeque<>();
    private long received;

    /// Some of the commands.
    ///
    /// @param received how many there were in all
    /// @param from number of the first of `commands`
    /// @param next number of the command behind them; null when there is none
    record Part(long received, long from, @Nullable Long next, List<CityCommand> commands) {}

    synchronized void add(CityCommand command) {
        received++;
        last.addLast(command);
        if (last.size() > KEPT) {
            last.removeFirst();
        }
    }

    /// Those from a number on, or from the first one that is kept if that is later.
    synchronized Part part(long from, int most) {
        long kept = received - last.size();
        long first = Math.clamp(from, kept, received);
        List<CityCommand> commands =
                last.stream().skip(first - kept).limit(most).toList();
        long next = first + commands.size();
        return new Part(received, first, next < received ? next : null, commands);
    }
}
