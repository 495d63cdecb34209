/// Where the sinks are, and what they say about the lake, together and over time.
@NullMarked
package smartcity.view.lake;

import org.jspecify.annotations.NullMarked;
