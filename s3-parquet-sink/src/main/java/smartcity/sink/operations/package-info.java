/// Runs the loops and shows them to operators: threads, status, metrics, health and log.
@NullMarked
package smartcity.sink.operations;

import org.jspecify.annotations.NullMarked;
