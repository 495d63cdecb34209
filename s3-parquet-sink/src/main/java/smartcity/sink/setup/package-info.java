/// Settings, and what is made of them: consumers, topics, record rules and the client of the bucket.
@NullMarked
package smartcity.sink.setup;

import org.jspecify.annotations.NullMarked;
