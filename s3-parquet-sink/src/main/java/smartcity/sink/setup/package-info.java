/// Turns configuration into what the loops run with: consumers, topics, record rules and the store.
@NullMarked
package smartcity.sink.setup;

import org.jspecify.annotations.NullMarked;
