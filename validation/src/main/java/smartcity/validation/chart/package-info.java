/// Charts of the city as SVG.
@NullMarked
package smartcity.validation.chart;

import org.jspecify.annotations.NullMarked;
