/// The bucket of the objects: conditional puts with a distinct outcome for each result.
@NullMarked
package smartcity.sink.store;

import org.jspecify.annotations.NullMarked;
