/// What the view reads from the records of vehicles and cameras.
@NullMarked
package smartcity.view.report;

import org.jspecify.annotations.NullMarked;
