/// Compact sets of offsets.
@NullMarked
package smartcity.audit.offsets;

import org.jspecify.annotations.NullMarked;
