package rulestest

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// longestName is the longest text, in bytes, that somebody may have meant a name by.
const longestName = 200

// nearest returns the candidate that takes the fewest edits to reach, if it
// takes few enough to be what was meant: a third of the letters, but one at
// least. A candidate whose length alone takes more is not looked at.
func nearest(text string, candidates []string) (string, bool) {
	if len(text) > longestName {
		return "", false
	}
	text = strings.ToLower(text)
	letters := utf8.RuneCountInString(text)
	most := max(1, letters/3)
	best, fewest := "", most+1
	for _, c := range candidates {
		if n := utf8.RuneCountInString(c) - letters; n > most || -n > most {
			continue
		}
		if n := edits(text, strings.ToLower(c)); n < fewest {
			best, fewest = c, n
		}
	}
	return best, fewest <= most
}

// suggest returns "; perhaps X is meant", or nothing.
func suggest(text string, candidates []string) string {
	if near, ok := nearest(text, candidates); ok {
		return fmt.Sprintf("; perhaps %q is meant", near)
	}
	return ""
}

// edits counts the letters to insert, drop, change or swap with their
// neighbour on the way from a to b.
func edits(a, b string) int {
	from, to := []rune(a), []rune(b)
	rows := make([][]int, len(from)+1)
	for i := range rows {
		rows[i] = make([]int, len(to)+1)
		rows[i][0] = i
	}
	for j := range to {
		rows[0][j+1] = j + 1
	}
	for i := range from {
		for j := range to {
			changed := rows[i][j]
			if from[i] != to[j] {
				changed++
			}
			least := min(changed, rows[i][j+1]+1, rows[i+1][j]+1)
			if i > 0 && j > 0 && from[i] == to[j-1] && from[i-1] == to[j] {
				least = min(least, rows[i-1][j-1]+1)
			}
			rows[i+1][j+1] = least
		}
	}
	return rows[len(from)][len(to)]
}
