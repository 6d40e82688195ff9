#!/usr/bin/env bash
# Measures the output with instruments the program knows nothing of.
# Usage: check.sh OUT_DIR GREEDY_DIR
#   OUT_DIR     the PDF and DOCX files as delivered (also in sub-folders)
#   GREEDY_DIR  the same plans built with greedy justification, as LibreOffice breaks lines
# KEHOACH_INSTRUMENTS: the folder install.sh has filled, when it is not the default one.
set -euo pipefail

if [[ $# -ne 2 || ! -d $1 || ! -d $2 ]]; then
  echo "usage: check.sh OUT_DIR GREEDY_DIR (both must exist)" >&2
  exit 2
fi
out=$1 greedy=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export KEHOACH_INSTRUMENTS=${KEHOACH_INSTRUMENTS:-${XDG_CACHE_HOME:-$HOME/.cache}/kehoach-instruments}
python=$KEHOACH_INSTRUMENTS/bin/python
if [[ ! -x $python ]]; then
  echo "check: run install.sh first" >&2
  exit 2
fi

logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT

# Editors leave lock files beside open documents.
mapfile -d '' pdfs < <(find "$out" -type f -name '*.pdf' ! -name '.~*' -print0 | sort -z)
mapfile -d '' docs < <(find "$out" -type f -name '*.docx' ! -name '~$*' ! -name '.~*' -print0 | sort -z)

plans_of() { find "$1" -type f -name "*.$2" ! -name '~$*' ! -name '.~*' -exec basename {} ".$2" \; | sort; }

# Are the files of kind $2 in folder $1 those of the DOCX files delivered?
same_plans() { diff -U0 --label "$out (docx)" --label "$1 ($2)" <(plans_of "$out" docx) <(plans_of "$1" "$2"); }

# Nothing to check is a failure: an empty folder must not pass. Nor may a plan lack one of its files.
check_files() {
  local bad=0
  same_plans "$out" pdf || bad=1
  same_plans "$greedy" docx || bad=1
  same_plans "$greedy" pdf || bad=1
  [[ ${#pdfs[@]} -gt 0 && ${#docs[@]} -gt 0 ]] || bad=1
  echo "files: ${#pdfs[@]} PDF, ${#docs[@]} DOCX"
  [[ $bad -eq 0 ]]
}

check_qpdf() {
  local file bad=0
  for file in "${pdfs[@]}"; do
    # Warnings (exit 3) count as well.
    qpdf --check "$file" >"$logs/qpdf.one" 2>&1 || { cat "$logs/qpdf.one"; bad=$((bad + 1)); }
  done
  echo "qpdf: ${#pdfs[@]} files, $bad failed"
  [[ $bad -eq 0 && ${#pdfs[@]} -gt 0 ]]
}

# Every font embedded, subset and readable as text, and none but the faces of Liberation Serif.
check_fonts() {
  local file bad=0
  for file in "${pdfs[@]}"; do
    pdffonts "$file" 2>&1 | awk -v file="$file" '
      NR <= 2 { next }
      { fonts++ }
      $1 !~ /^[A-Z][A-Z][A-Z][A-Z][A-Z][A-Z]\+LiberationSerif(-Bold|-Italic|-BoldItalic)?$/ ||
      $(NF-4) != "yes" || $(NF-3) != "yes" || $(NF-2) != "yes" { print "FAIL " file ": " $0; bad = 1 }
      END { if (!fonts) print "FAIL " file ": no fonts"; exit bad || !fonts }' || bad=$((bad + 1))
  done
  echo "fonts: ${#pdfs[@]} files, $bad failed"
  [[ $bad -eq 0 && ${#pdfs[@]} -gt 0 ]]
}

check_verapdf() { java -cp "$KEHOACH_INSTRUMENTS/verapdf/lib/*:$KEHOACH_INSTRUMENTS/verapdf/classes" VeraPdf "${pdfs[@]}"; }
check_ooxml() { node "$here/validate_docx.mjs" "${docs[@]}"; }
check_docx() { "$python" -B "$here/docx_view.py" "${docs[@]}"; }
check_lines() { "$python" -B "$here/lines.py" --pdf "$greedy" --docx "$greedy"; }

checks=(files qpdf fonts verapdf ooxml docx lines)
declare -A pids
for check in "${checks[@]}"; do
  (
    start=$(date +%s%N)
    code=0
    "check_$check" >"$logs/$check" 2>&1 || code=$?
    echo "$((($(date +%s%N) - start) / 100000000))" >"$logs/$check.time"
    exit "$code"
  ) &
  pids[$check]=$!
done

failed=0
for check in "${checks[@]}"; do
  if wait "${pids[$check]}"; then
    verdict=ok
  else
    verdict=FAIL failed=$((failed + 1))
    head -n -1 "$logs/$check" | grep -v '^PASS ' || true
  fi
  tenths=$(<"$logs/$check.time")
  printf '%-4s %-8s %s.%s s  %s\n' "$verdict" "$check" "$((tenths / 10))" "$((tenths % 10))" "$(tail -n 1 "$logs/$check")"
done
printf 'check: %d of %d failed\n' "$failed" "${#checks[@]}"
[[ $failed -eq 0 ]]
