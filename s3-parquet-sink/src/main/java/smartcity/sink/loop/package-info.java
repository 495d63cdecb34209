/// The one thread that owns the consumer: polls, cuts, waits for uploads, commits.
@NullMarked
package smartcity.sink.loop;

import org.jspecify.annotations.NullMarked;
