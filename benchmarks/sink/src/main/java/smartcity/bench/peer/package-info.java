/// The contenders that drain the topic: the bare loop, this sink, and its peers.
@NullMarked
package smartcity.bench.peer;

import org.jspecify.annotations.NullMarked;
