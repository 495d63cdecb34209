/// Tests of the module as a whole.
@NullMarked
package smartcity;

import org.jspecify.annotations.NullMarked;
