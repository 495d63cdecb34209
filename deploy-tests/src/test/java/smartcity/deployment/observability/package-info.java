/// Tests of `deploy/observability`: what Prometheus reads, alert rules, and dashboards.
@NullMarked
package smartcity.deployment.observability;

import org.jspecify.annotations.NullMarked;
