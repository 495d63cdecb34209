/// Who drains the topic: the bare loop, this sink, and what it is compared with.
@NullMarked
package smartcity.bench.peer;

import org.jspecify.annotations.NullMarked;
