/// Traces of what the sink does: a span for each cut, from the cut to the commit of its end, and one for each request
/// that stores an object of it.
@NullMarked
package smartcity.sink.tracing;

import org.jspecify.annotations.NullMarked;
