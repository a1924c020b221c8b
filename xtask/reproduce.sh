#!/usr/bin/env bash
# Builds the working tree again in another folder, as somebody else would: with another
# name of the folder, zone, locale and umask. Fails where a byte of dist/ differs.
#
# By default everything is compiled anew; AFTERCARE_XTASK names a built xtask to save that.
set -euo pipefail
cd "$(dirname "$0")/.."
here=$PWD
temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT
there="$temporary/a folder of somebody else's/with a name that is much longer"

mkdir -p "$there"
git ls-files -z --cached --others --exclude-standard | while IFS= read -rd '' file; do
  if [ -e "$file" ]; then printf '%s\0' "$file"; fi
done | xargs -0 cp --parents --target-directory="$there"
# No link to it: a build may install into it.
cp --archive --link "$here/node_modules" "$there/node_modules" 2>/dev/null ||
  cp --archive "$here/node_modules" "$there/node_modules"

# A built xtask builds both: `cargo xtask` may compile it anew, and whoever runs it would lose
# their program.
build=(cargo xtask build)
elsewhere=(cargo xtask build)
if [ -n "${AFTERCARE_XTASK:-}" ]; then
  build=("$AFTERCARE_XTASK" build)
  elsewhere=(env CARGO_MANIFEST_DIR="$there/xtask" "$AFTERCARE_XTASK" build)
fi
"${build[@]}" >/dev/null
cd "$there"
umask 077
env --unset=CARGO_TARGET_DIR LC_ALL=tr_TR.UTF-8 TZ=Pacific/Kiritimati SOURCE_DATE_EPOCH=86400 \
  "${elsewhere[@]}" >/dev/null
diff --recursive --brief "$here/dist" "$there/dist"
echo "dist/ is the same, byte for byte, in both folders."
