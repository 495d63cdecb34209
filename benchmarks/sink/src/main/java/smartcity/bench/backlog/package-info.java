/// What a topic is filled with.
@NullMarked
package smartcity.bench.backlog;

import org.jspecify.annotations.NullMarked;
