/// How fast traffic is, kilometre by kilometre.
@NullMarked
package smartcity.view.speed;

import org.jspecify.annotations.NullMarked;
