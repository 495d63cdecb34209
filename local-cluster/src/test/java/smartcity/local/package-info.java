/// Tests of the local cluster as a whole.
@NullMarked
package smartcity.local;

import org.jspecify.annotations.NullMarked;
