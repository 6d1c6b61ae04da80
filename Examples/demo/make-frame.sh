#!/bin/sh
# Writes Surveys/choices/households.csv: the list of households of the demonstration, made from villages.csv.
# Numbers and poverty only, no names; the same bytes at every run. The commune replaces it by its own list.
#   Examples/demo/make-frame.sh [WORKSPACE]      (default: the workspace this file stands in)
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
workspace=${1:-$here/../..}
choices=$workspace/Surveys/choices
villages=$choices/villages.csv
frame=$choices/households.csv

if [ ! -r "$villages" ]; then
    printf 'make-frame: cannot read %s\n' "$villages" >&2
    exit 66
fi
if ! unfinished=$(mktemp "$choices/.households.XXXXXX"); then
    printf 'make-frame: cannot write in %s\n' "$choices" >&2
    exit 73
fi
trap 'rm -f -- "$unfinished"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

LC_ALL=C awk '
    # Splits one CSV row into cell[1..]; quoted cells may hold commas and doubled quotes, but no line breaks.
    function split_row(row, cell,    n, i, c, quoted) {
        n = 1; cell[1] = ""; quoted = 0
        for (i = 1; i <= length(row); i++) {
            c = substr(row, i, 1)
            if (quoted && c == "\"" && substr(row, i + 1, 1) == "\"") { cell[n] = cell[n] c; i++ }
            else if (c == "\"") quoted = !quoted
            else if (c == "," && !quoted) cell[++n] = ""
            else cell[n] = cell[n] c
        }
        return n
    }
    # A number from 0 to 9999 that looks like chance and is always the same for one household.
    function draw(village, household,    z) {
        z = (village * 7919 + household * 104729 + 12345) % 1000003
        z = (z * 48271) % 2147483647
        z = (z * 48271) % 2147483647
        return int(z / 97) % 10000
    }
    { sub(/\r$/, "") }
    NR == 1 {
        sub(/^\357\273\277/, "")
        columns = split_row($0, cell)
        for (i = 1; i <= columns; i++) column[cell[i]] = i
        if (!("name" in column) || !("households" in column)) {
            print "make-frame: villages.csv needs the columns name and households" > "/dev/stderr"
            failed = 65
            exit
        }
        print "village,household_no,poverty"
        next
    }
    $0 != "" {
        split_row($0, cell)
        village++
        # Poor 2 to 6 of 100, near poor 3 to 7, more in some villages than in others.
        poor = 200 + draw(village, 0) % 400
        near_poor = 300 + draw(village, 1) % 400
        households = cell[column["households"]] + 0
        for (i = 1; i <= households; i++) {
            chance = draw(village, i + 10)
            poverty = "none"
            if (chance < poor) poverty = "poor"
            else if (chance < poor + near_poor) poverty = "near_poor"
            print cell[column["name"]] "," i "," poverty
        }
    }
    END { exit failed }
' <"$villages" >"$unfinished"

chmod 644 "$unfinished"
mv -- "$unfinished" "$frame"
