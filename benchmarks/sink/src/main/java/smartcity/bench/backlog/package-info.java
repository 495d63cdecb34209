/// The backlog of a topic.
@NullMarked
package smartcity.bench.backlog;

import org.jspecify.annotations.NullMarked;
