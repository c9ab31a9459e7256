# Which packages bootstrap is built with: AWS's own, or the stand-ins under src/packages.

# Sets packages (nuget or source), packages_text, package_flags, and notice: the one line that says which and why.
choose_packages() {
  case $AWS_PACKAGES in
    nuget) take nuget 'as AWS_PACKAGES says' ;;
    source) take source 'as AWS_PACKAGES says' ;;
    auto) ask_feed "$1" ;;
  esac
}

take() {
  packages=$1
  case $packages in
    nuget)
      package_flags=-p:AwsPackages=nuget packages_text="AWS's own packages"
      notice="Packages: AWS's own, $2" ;;
    source)
      package_flags= packages_text='the stand-ins of src/packages'
      notice="*** WARNING: bootstrap is built with the stand-ins of src/packages, not with AWS's own packages: $2 ***" ;;
  esac
}

# The targets of one build follow each other closely, so an answer of the last minute is theirs too; a later build asks again.
ask_feed() {
  answer=$1/feed
  if [ -z "$(find "$answer" -mmin -1 2> /dev/null)" ]; then
    status=0
    limit=
    ! command -v timeout > /dev/null || limit="timeout -k 5 $PACKAGES_WAIT"
    # Quick attempts, and without the compiler to native code, which weighs a hundred megabytes and answers nothing.
    NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT=3 NUGET_ENHANCED_NETWORK_RETRY_DELAY_MILLISECONDS=500 DOTNET_CLI_UI_LANGUAGE=en MSBUILDDISABLENODEREUSE=1 \
      $limit $DOTNET restore "$ROOT/src/Watchkeeper.Functions/Watchkeeper.Functions.csproj" \
      -p:AwsPackages=nuget -p:PublishAot=false --nologo > "$1/restore.log" 2>&1 9>&- || status=$?
    read_answer "$status" "$1/restore.log" > "$answer.new"
    mv "$answer.new" "$answer"
  fi
  touch "$answer"
  if [ -s "$answer" ]; then take source "$(cat "$answer")"; else take nuget 'which the feed has'; fi
}

# Why the feed gives no packages; nothing where it does. Whatever is neither its silence nor its lack is no reason to fall back.
read_answer() {
  if [ "$1" = 0 ]; then
    return
  elif [ "$1" = 124 ] || [ "$1" = 137 ]; then
    echo "the feed did not answer within $PACKAGES_WAIT seconds (PACKAGES_WAIT=300 waits longer)"
  elif grep -q 'error NU1301' "$2"; then
    echo "the feed cannot be reached ($(sed -n 's/.*error NU1301: //p' "$2" | sed 's/ \[.*//' | head -n 1))"
  elif grep -qE 'error NU(110[123]|1603)' "$2"; then
    echo "the feed does not have $(sed -nE 's/.*Unable to find .*package ([A-Za-z0-9.]+[A-Za-z0-9]).*/\1/p; s/.*NU1603: .* depends on ([A-Za-z0-9.]+) .*/\1/p' "$2" | sort -u | paste -sd , | sed 's/,/, /g')"
  else
    cat "$2" >&2
    fail "The restore of AWS's packages failed, and not for want of them: see above. AWS_PACKAGES=source builds without them"
  fi
}
