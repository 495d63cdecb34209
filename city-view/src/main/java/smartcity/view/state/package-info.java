/// The last reports of vehicles, cameras and stations, and the incidents: what the page shows.
@NullMarked
package smartcity.view.state;

import org.jspecify.annotations.NullMarked;
