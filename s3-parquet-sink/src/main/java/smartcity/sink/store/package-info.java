/// Where objects end up: conditional puts with every outcome told apart.
@NullMarked
package smartcity.sink.store;

import org.jspecify.annotations.NullMarked;
