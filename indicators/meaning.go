package indicators

import (
	"strings"
	"unicode/utf8"
)

// longestText is more than any text that a list reads has, in bytes; mostParts is how many
// modifiers, brackets and alternatives a text may have around each other.
const (
	longestText = 240
	mostParts   = 4
)

// meaning returns which terms a text may mean, none where it is not understood.
func (v *Vocabulary) meaning(text string) termSet {
	if len(text) > longestText {
		return 0
	}
	return v.partMeaning(text, mostParts)
}

// partMeaning takes a text apart that is none of the list's: a limit, a bracket, a
// modifier or alternatives, whose remainder must be understood in turn. Where that can be
// done in ways that differ, the text may mean the outcome of each and is too broad.
func (v *Vocabulary) partMeaning(text string, parts int) termSet {
	if set, listed := v.texts[text]; listed {
		return set
	}
	if parts == 0 || text == "" {
		return 0
	}
	parts--
	if set := v.limited(text, parts) | v.bracketed(text, parts) | v.modifiedBefore(text, parts) | v.modifiedAfter(text, parts); set != 0 {
		return set
	}
	return v.alternatives(text, parts)
}

// limited understands 本科及以上 and 高中以下 in an ordered list.
func (v *Vocabulary) limited(text string, parts int) termSet {
	if !v.wording.ordered {
		return 0
	}
	for _, limit := range [...]struct {
		text        string
		up, include bool
	}{{"及以上", true, true}, {"以上", true, true}, {"及以下", false, true}, {"以下", false, false}} {
		bare, found := strings.CutSuffix(text, limit.text)
		if !found {
			continue
		}
		n := v.partMeaning(bare, parts).value()
		if !v.has(n) {
			return 0
		}
		from, to := uint8(1), n
		if limit.up {
			from, to = n, uint8(len(v.entries))
		} else if !limit.include {
			to--
		}
		var set termSet
		for k := from; k <= to; k++ {
			set |= termOf(k)
		}
		return set
	}
	return 0
}

// bracketed understands a term with a note in brackets behind or before it. What both may
// mean is meant: 公办(教育部门办) is what the note says, 小学(初中) is nothing.
func (v *Vocabulary) bracketed(text string, parts int) termSet {
	var head, note string
	if open := strings.LastIndexByte(text, '('); open > 0 && strings.HasSuffix(text, ")") {
		head, note = text[:open], text[open+1:len(text)-1]
	} else if end := strings.IndexByte(text, ')'); end > 0 && strings.HasPrefix(text, "(") {
		head, note = text[end+1:], text[1:end]
	} else {
		return 0
	}
	head, note = strings.TrimSpace(head), strings.TrimSpace(note)
	of := v.before[note] | v.after[note] | v.notes[note]
	if of == 0 {
		of = v.partMeaning(note, parts)
	}
	if of == 0 {
		return 0
	}
	return of & v.partMeaning(head, parts)
}

// modifiedBefore understands a term behind one of the list's modifiers.
func (v *Vocabulary) modifiedBefore(text string, parts int) (set termSet) {
	for end := min(v.modifier, len(text)-1); end > 0; end-- {
		if of := v.before[text[:end]]; of != 0 {
			set |= of & v.partMeaning(strings.TrimSpace(text[end:]), parts)
		}
	}
	return set
}

// modifiedAfter understands a term before one of the list's modifiers.
func (v *Vocabulary) modifiedAfter(text string, parts int) (set termSet) {
	for start := max(len(text)-v.modifier, 1); start < len(text); start++ {
		if of := v.after[text[start:]]; of != 0 {
			set |= of & v.partMeaning(strings.TrimSpace(text[:start]), parts)
		}
	}
	return set
}

// alternatives understands 中专和中技, which are one term, and 初中、高中, which are two.
func (v *Vocabulary) alternatives(text string, parts int) (set termSet) {
	at := strings.IndexAny(text, "、和或与及/")
	if at <= 0 {
		return 0
	}
	_, width := utf8.DecodeRuneInString(text[at:])
	first := v.partMeaning(strings.TrimSpace(text[:at]), parts)
	if first == 0 {
		return 0
	}
	rest := v.partMeaning(strings.TrimSpace(text[at+width:]), parts)
	if rest == 0 {
		return 0
	}
	return first | rest
}
