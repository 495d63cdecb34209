/// What waits to be sent to a page that is slow.
@NullMarked
package smartcity.view.stream;

import org.jspecify.annotations.NullMarked;
