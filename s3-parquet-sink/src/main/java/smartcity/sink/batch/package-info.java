/// The records held of one partition: its open event-time windows, and when they are due.
@NullMarked
package smartcity.sink.batch;

import org.jspecify.annotations.NullMarked;
