package rules

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
)

// FieldName names a field of a subject: "teacher", "education".
type FieldName struct {
	Subject string `json:"subject"`
	Field   string `json:"field"`
}

// String returns "teacher.education".
func (f FieldName) String() string { return f.Subject + "." + f.Field }

// Coverage says which statements software can answer with the fields that it
// holds, and what it lacks for the others.
type Coverage struct {
	Answered []plan.ID `json:"answered"` // every field that the rule reads is held
	Partly   []plan.ID `json:"partly"`   // so it is, but the measure covers a part of the demand only
	Evidence []plan.ID `json:"evidence"` // answered by evidence, whatever fields there are
	Lacking  []Lack    `json:"lacking"`  // the others, in the order of the book
	Unlocks  []Unlock  `json:"unlocks"`  // the fields that are lacking, the most useful first
}

// Lack is a statement with the fields that are missing for it.
type Lack struct {
	Statement plan.ID     `json:"statement"`
	Missing   []FieldName `json:"missing"`
}

// Unlock is a field that is lacking: how many statements it would answer by
// itself, and for how many it is one of several that are missing.
type Unlock struct {
	FieldName
	Label      bilingual.Text `json:"label"`
	Statements int            `json:"statements"` // answered, in whole or in part, by this field alone
	Among      int            `json:"among"`      // lacking it and others
}

// Cover tells for each rule of a book what the fields held can answer. A field
// that no subject of the book has is an error, since it is a misspelt one.
func Cover(book []View, held ...FieldName) (Coverage, error) {
	known := map[FieldName]bool{}
	for _, v := range book {
		if v == nil || v.Statement() == nil {
			return Coverage{}, ErrZero
		}
		for _, f := range v.Fields() {
			known[FieldName{v.SubjectKey(), f.Key}] = true
		}
	}
	var errs []error
	has := map[FieldName]bool{}
	for _, f := range held {
		if !known[f] {
			errs = append(errs, fmt.Errorf("rules: field %s: no subject of the book has it", f))
		}
		has[f] = true
	}
	if len(errs) > 0 {
		return Coverage{}, errors.Join(errs...)
	}
	var c Coverage
	unlocks := map[FieldName]*Unlock{}
	for _, v := range book {
		c.add(v, has, unlocks)
	}
	for _, u := range unlocks {
		c.Unlocks = append(c.Unlocks, *u)
	}
	slices.SortFunc(c.Unlocks, func(a, b Unlock) int {
		return cmp.Or(b.Statements-a.Statements, b.Among-a.Among, strings.Compare(a.String(), b.String()))
	})
	return c, nil
}

func (c *Coverage) add(v View, has map[FieldName]bool, unlocks map[FieldName]*Unlock) {
	if v.Form() == indicators.EvidenceForm {
		c.Evidence = append(c.Evidence, v.ID())
		return
	}
	lack := Lack{Statement: v.ID()}
	var labels []bilingual.Text
	for _, n := range v.Needs() {
		if f := (FieldName{n.Subject, n.Field}); !has[f] {
			lack.Missing = append(lack.Missing, f)
			labels = append(labels, n.Label)
		}
	}
	switch {
	case len(lack.Missing) > 0:
		c.Lacking = append(c.Lacking, lack)
	case v.Statement().Partly.IsZero():
		c.Answered = append(c.Answered, v.ID())
	default:
		c.Partly = append(c.Partly, v.ID())
	}
	for i, f := range lack.Missing {
		u := unlocks[f]
		if u == nil {
			u = &Unlock{FieldName: f, Label: labels[i]}
			unlocks[f] = u
		}
		if len(lack.Missing) == 1 {
			u.Statements++
		} else {
			u.Among++
		}
	}
}

// shownUnlocks is how many fields the text of a coverage names.
const shownUnlocks = 10

// String returns the text in Chinese.
func (c Coverage) String() string { return c.Text(bilingual.Chinese) }

// Text says in a few lines how far the fields reach and which ten would help
// most.
func (c Coverage) Text(l bilingual.Language) string {
	n := strconv.Itoa
	var b strings.Builder
	b.WriteString(l.Pick(
		"可全部计算"+n(len(c.Answered))+"项，可计算一部分"+n(len(c.Partly))+"项，凭佐证"+n(len(c.Evidence))+"项，缺字段"+n(len(c.Lacking))+"项\n",
		n(len(c.Answered))+" computed in full, "+n(len(c.Partly))+" in part, "+n(len(c.Evidence))+" by evidence, "+n(len(c.Lacking))+" lack fields\n"))
	for i, u := range c.Unlocks {
		if i == shownUnlocks {
			b.WriteString(l.Pick("另有"+n(len(c.Unlocks)-i)+"个字段\n", n(len(c.Unlocks)-i)+" more fields\n"))
			break
		}
		b.WriteString(u.String() + l.Pick("（"+u.Label.ZH+"）：补上即可判定"+n(u.Statements)+"项，另有"+n(u.Among)+"项还需其他字段\n",
			" ("+u.Label.EN+"): "+n(u.Statements)+" by itself, "+n(u.Among)+" more with others\n"))
	}
	return b.String()
}

// Fills returns the fields that the panel's mapping fills from sample rows:
// those that are known, or refused, in any of them. It tells [Cover] what a
// mapping can answer.
func (p *Panel[T, R]) Fills(rows iter.Seq[T]) ([]FieldName, error) {
	if p == nil || p.mapping == nil {
		return nil, ErrZero
	}
	if rows == nil {
		return nil, errors.New("rules: no sequence")
	}
	var none R
	s := none.Subject()
	fields := s.Fields()
	filled := make([]bool, len(fields))
	at := int64(0)
	err := func() (err error) {
		defer func() {
			if v := recover(); v != nil {
				err = &MappingError{Row: at, Value: v}
			}
		}()
		for row := range rows {
			var r R
			p.mapping(&row, &r)
			for i, f := range fields {
				filled[i] = filled[i] || !f.Code(&r).Unknown()
			}
			at++
		}
		return nil
	}()
	if err != nil {
		return nil, err
	}
	var list []FieldName
	for i, f := range fields {
		if filled[i] {
			list = append(list, FieldName{s.Key(), f.Key()})
		}
	}
	return list, nil
}
