/// Charts of the city as SVG.
@NullMarked
package smartcity.report.chart;

import org.jspecify.annotations.NullMarked;
