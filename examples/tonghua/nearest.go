package main

import (
	"cmp"
	"slices"
	"strings"
)

// mostNear is how many names are offered in place of a misspelt one.
const mostNear = 3

// nearest returns the names that a text was perhaps meant for, the nearest first: those in
// which it stands, and those that a few letters make of it.
func nearest(text string, names []string) []string {
	text = strings.ToLower(strings.TrimSpace(text))
	if text == "" || len(text) > 100 {
		return nil
	}
	type near struct {
		name  string
		edits int
	}
	var list []near
	for _, name := range names {
		low := strings.ToLower(name)
		switch n := edits([]rune(text), []rune(low)); {
		case n <= max(1, len([]rune(text))/3):
			list = append(list, near{name, n})
		case len([]rune(text)) > 1 && strings.Contains(low, text):
			list = append(list, near{name, len(text) + n})
		}
	}
	slices.SortStableFunc(list, func(a, b near) int { return cmp.Compare(a.edits, b.edits) })
	var best []string
	for _, n := range list {
		if len(best) < mostNear && !slices.Contains(best, n.name) {
			best = append(best, n.name)
		}
	}
	return best
}

// edits counts the letters to insert, drop or change on the way from one text to another.
func edits(from, to []rune) int {
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, a := range from {
		before := row[0]
		row[0] = i + 1
		for j, b := range to {
			changed := before
			if a != b {
				changed++
			}
			before = row[j+1]
			row[j+1] = min(changed, row[j]+1, before+1)
		}
	}
	return row[len(to)]
}
