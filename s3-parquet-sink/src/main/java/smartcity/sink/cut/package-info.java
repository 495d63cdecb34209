/// The durable cut: what is committed before anything is stored, and the names that follow from it.
@NullMarked
package smartcity.sink.cut;

import org.jspecify.annotations.NullMarked;
