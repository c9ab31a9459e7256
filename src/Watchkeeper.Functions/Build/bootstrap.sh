# Puts bootstrap into ARTIFACTS_DIR for one function; the Makefile beside this folder says what the variables mean.
# SAM shows standard output always, and standard error only where the build fails.
set -eu
here=$ROOT/src/Watchkeeper.Functions
. "$here/Build/executable.sh"
. "$here/Build/packages.sh"

fail() {
  printf '%s\n' "$@" >&2
  exit 2
}

[ -n "$ARTIFACTS_DIR" ] || fail 'ARTIFACTS_DIR is not set: it says where bootstrap goes'
case $ARCHITECTURE in
  arm64) rid=linux-arm64 triple=aarch64-linux-gnu- ;;
  x86_64) rid=linux-x64 triple=x86_64-linux-gnu- ;;
  *) fail "ARCHITECTURE is $ARCHITECTURE: choose arm64 or x86_64" ;;
esac
case $AWS_PACKAGES in
  auto | nuget | source) ;;
  *) fail "AWS_PACKAGES is $AWS_PACKAGES: choose auto, nuget or source" ;;
esac
case $PUBLISH_FLAGS in
  *AwsPackages*) fail 'PUBLISH_FLAGS names AwsPackages: say AWS_PACKAGES=nuget or AWS_PACKAGES=source' ;;
esac
mkdir -p "$ARTIFACTS_DIR"

if [ -n "$BOOTSTRAP" ]; then
  [ -f "$BOOTSTRAP" ] || fail "BOOTSTRAP is $BOOTSTRAP: there is no such file"
  check_executable "$BOOTSTRAP"
  cp "$BOOTSTRAP" "$ARTIFACTS_DIR/bootstrap"
  echo "$1: bootstrap from $BOOTSTRAP"
  exit
fi

host=$(uname -m | sed s/aarch64/arm64/)
link=
if [ "$host" != "$ARCHITECTURE" ]; then
  # What links another processor's binary is clang, with that processor's libraries and binutils beside it.
  CROSS=${CROSS:-$triple}
  link="-p:CppCompilerAndLinker=clang -p:ObjCopyName=${CROSS}objcopy"
  { command -v clang && command -v "${CROSS}gcc"; } > /dev/null || fail \
    "This machine is $host and bootstrap is to be for $ARCHITECTURE. Choose one of" \
    "  BOOTSTRAP=FILE sam build, with a bootstrap that was published in a container (src/Watchkeeper.Functions/README.md, «Deploy it»)" \
    "  sam build --use-container   (publishes once for each function)" \
    "  ARCHITECTURE=$host sam build --parameter-overrides Architecture=$host   (the same for sam deploy)" \
    "  install clang and gcc-${CROSS%-} (Debian: apt-get install clang gcc-${CROSS%-})"
fi

# SAM empties the folder of all artifacts before each build, and not the one around it.
around=$(dirname "$(dirname "$ARTIFACTS_DIR")")
[ "$(basename "$around")" = .aws-sam ] || around=$(dirname "$ARTIFACTS_DIR")
# The same sources give the same folder, so the first target publishes and the others copy; other sources never meet it.
stamp=$({
  find "$ROOT/src" "$ROOT"/Directory.* -type f -not -path '*/bin/*' -not -path '*/obj/*' -print0 | LC_ALL=C sort -z | xargs -0 cat
  echo "$AWS_PACKAGES $PUBLISH_FLAGS"
  $DOTNET --version
} | sha256sum | cut -c1-16)
shared=$around/watchkeeper-$ARCHITECTURE-$stamp
mkdir -p "$shared"
exec 9> "$shared/lock"
flock 9

choose_packages "$shared"
if [ "$packages" != "$(cat "$shared/published" 2> /dev/null)" ]; then
  echo "$notice"
  rm -f "$shared/published"
  # A server that the build leaves running must hold neither the lock nor SAM's pipe.
  MSBUILDDISABLENODEREUSE=1 $DOTNET publish "$here/Watchkeeper.Functions.csproj" -c Release -p:BootstrapRuntime="$rid" -o "$shared/publish" \
    --nologo $link $package_flags $PUBLISH_FLAGS 9>&-
  check_executable "$shared/publish/bootstrap"
  mv "$shared/publish/bootstrap" "$shared/bootstrap"
  # Symbols and documents weigh twice as much as the executable.
  rm -rf "$shared/publish"
  echo "$packages" > "$shared/published"
fi

# What earlier sources left is of no use any more; a build that runs on them now keeps its own.
for old in "$around/watchkeeper-$ARCHITECTURE"-*; do
  [ "$old" = "$shared" ] || ! flock -n "$old/lock" true || rm -rf "$old"
done
cp "$shared/bootstrap" "$ARTIFACTS_DIR/bootstrap"
# The publish may have taken minutes, and the targets that waited for it belong to the same build.
[ ! -e "$shared/feed" ] || touch "$shared/feed"
echo "$1: bootstrap with $packages_text"
