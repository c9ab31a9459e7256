# Whether a file starts on Lambda.

# Lambda runs on Amazon Linux 2023; a binary that was linked against a newer glibc does not start there.
lambda_glibc=2.34

check_executable() {
  [ "$(head -c 4 "$1" | od -An -c | tr -d ' ')" = '177ELF' ] || fail "$1 is no Linux executable"
  # The processor, at its place in the header.
  case $(od -An -t u1 -j 18 -N 1 "$1" | tr -d ' ') in
    62) processor=x86_64 ;;
    183) processor=arm64 ;;
    *) processor='another processor' ;;
  esac
  [ "$processor" = "$ARCHITECTURE" ] || fail "$1 is for $processor and bootstrap is to be for $ARCHITECTURE"
  needs=$(grep -aoE 'GLIBC_2\.[0-9]+' "$1" | sed s/GLIBC_// | sort -Vu | tail -n 1)
  highest=$(printf '%s\n' "${needs:-0}" $lambda_glibc | sort -V | tail -n 1)
  [ "$highest" = $lambda_glibc ] || fail \
    "$(basename "$1") needs glibc $needs and Lambda has $lambda_glibc: publish it in a container of Amazon Linux 2023 (src/Watchkeeper.Functions/README.md, «Deploy it»)"
}
