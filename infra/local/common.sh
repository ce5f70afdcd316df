# Sourced by the scripts beside it: finds a JDK, builds what is missing, runs the launcher.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
run=${JC_RUN_DIR:-$root/infra/local/.run}
modules=(collection-service sanction-service disclosure-service objection-service gateway)

jdk() {
  local home version
  for home in "${JAVA_HOME:-}" "$(dirname "$(dirname "$(readlink -f "$(command -v javac || true)")")")" \
    /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* /opt/* /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -x "$home/bin/javac" ] && [ -r "$home/release" ] || continue
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
    if [ "${version:-0}" -ge 25 ]; then export JAVA_HOME=$home; return; fi
  done
  echo 'A JDK of version 25 or later is missing: install one (Temurin, for example) or set JAVA_HOME to it.' >&2
  exit 1
}

# What lies in target/ is older than the sources, or not there.
outdated() {
  local module
  [ -f "$root/target/built" ] && [ -f "$root/infra/local/target/classpath" ] || return 0
  for module in "${modules[@]}"; do
    [ ! -f "$root/$module/pom.xml" ] || compgen -G "$root/$module/target/*-exec.jar" >/dev/null || return 0
  done
  [ -n "$(find "$root" \( -name .git -o -name target -o -name node_modules -o -name '.run*' \) -prune -o \
    -type f \( -path '*/src/main/*' -o -path '*/console/*' -o -name pom.xml \) -newer "$root/target/built" -print -quit)" ]
}

maven() {
  local began=$SECONDS
  mkdir -p "$run/log"
  if ! (cd "$root" && ./mvnw -B -ntp -q "$@") </dev/null >"$run/log/build.log" 2>&1; then
    tail -n 20 "$run/log/build.log" >&2
    echo "The build failed: correct what Maven says above (all of it is in $run/log/build.log)." >&2
    exit 1
  fi
  printf '  %-44s %4d   s\n' build $((SECONDS - began)) >&2
}

build() {
  outdated || return 0
  "$root/gateway/console/build" check
  mkdir -p "$root/target"
  touch "$root/target/build-began"
  maven package -Dmaven.test.skip=true
  mv "$root/target/build-began" "$root/target/built"
}

launch() {
  jdk
  [ -f "$root/infra/local/target/classpath" ] || maven process-classes -pl infra/local -am
  "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED \
    -Djointcredit.root="$root" \
    -cp "$root/infra/local/target/classes:$(<"$root/infra/local/target/classpath")" org.jointcredit.local.Main "$@"
}
