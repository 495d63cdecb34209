/// The typed columns of a topic's records, independent of any value or file format.
@NullMarked
package smartcity.sink.schema;

import org.jspecify.annotations.NullMarked;
