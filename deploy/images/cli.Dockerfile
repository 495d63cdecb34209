# The command line, of which a cluster runs the audit. The context is cli/target.
ARG BASE=eclipse-temurin:25.0.4.1_1-jre@sha256:fcd7fd7b387f94bb2ac461478a7436ad8e349924c374ea8313919624dceae636
FROM ${BASE}
ARG REVISION=unknown
ARG SOURCE=unknown
ARG VERSION=unknown
LABEL org.opencontainers.image.title=cli \
      org.opencontainers.image.licenses=Apache-2.0 \
      org.opencontainers.image.revision=${REVISION} \
      org.opencontainers.image.source=${SOURCE} \
      org.opencontainers.image.version=${VERSION}
COPY classes/META-INF/LICENSE classes/META-INF/NOTICE classes/META-INF/THIRD-PARTY.txt \
     classes/META-INF/sbom/application.cdx.json /licenses/
COPY lib /app/lib
COPY cli.jar /app/
WORKDIR /app
USER 65532:65532
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData", "-XX:MaxRAMPercentage=50", \
            "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", \
            "-cp", "/app/cli.jar:/app/lib/*", "smartcity.cli.SmartCityCli"]
