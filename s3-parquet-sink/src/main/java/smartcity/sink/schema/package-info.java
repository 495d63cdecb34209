/// What a topic's records look like: typed columns, independent of any value or file format.
@NullMarked
package smartcity.sink.schema;

import org.jspecify.annotations.NullMarked;
