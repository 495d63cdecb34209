/// Runs the loops in threads, and shows operators their status, health, metrics and log.
@NullMarked
package smartcity.sink.operations;

import org.jspecify.annotations.NullMarked;
