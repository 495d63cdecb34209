/// The forms in which the page receives the state.
@NullMarked
package smartcity.view.frame;

import org.jspecify.annotations.NullMarked;
