/// What the loop asks of its consumer: polls of a bounded size, and commits whose outcome is known.
@NullMarked
package smartcity.sink.kafka;

import org.jspecify.annotations.NullMarked;
