/// What the sink says about the lake, over time.
@NullMarked
package smartcity.view.lake;

import org.jspecify.annotations.NullMarked;
