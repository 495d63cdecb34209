/// Sets of offsets, small even when they are many.
@NullMarked
package smartcity.audit.offsets;

import org.jspecify.annotations.NullMarked;
