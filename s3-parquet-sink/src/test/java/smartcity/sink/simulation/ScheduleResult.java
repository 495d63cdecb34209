package smartcity.sink.simulation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What came of a schedule.
///
/// @param violation of a promise; null when all were kept
/// @param steps how often each step was reached
record ScheduleResult(@Nullable PromiseViolation violation, Map<WorldStep, Integer> steps) {}
