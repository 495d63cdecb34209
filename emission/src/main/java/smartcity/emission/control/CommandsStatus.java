package smartcity.emission.control;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The commands that a simulator has received.
///
/// @param read whether it has received all commands issued before it started
/// @param late commands received after the instant at which they took effect: other replicas may have carried
///     them out earlier
/// @param broken records that are no command that it can carry out
/// @param received commands of this city in all
/// @param from number of the first of `commands`, counted from 0; only the last 10,000 commands are kept
/// @param next the value of `from` that continues with those behind them; null when there are none
/// @param commands some of this city, in the order in which they were issued
public record CommandsStatus(
        boolean read,
        long late,
        long broken,
        long received,
        long from,
        @Nullable Long next,
        List<CityCommand> commands) {}
