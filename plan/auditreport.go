package plan

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

// AuditReport says, for each clause of the text, which statements it yields and
// what accounts for each of its numerals.
type AuditReport struct {
	Edition   string           `json:"edition"`
	Clauses   []AuditedClause  `json:"clauses"`   // in the order of the text
	Unprinted []AuditedNumeral `json:"unprinted"` // figures that the text does not print
	Problems  []*AuditProblem  `json:"problems"`
}

// AuditedClause is a clause with its line in the copy, 0 where the copy lacks it.
type AuditedClause struct {
	Place      Place            `json:"place"`
	Kind       ClauseKind       `json:"kind"`
	Line       int              `json:"line"`
	Statements []ID             `json:"statements"` // those that have their first place here
	Yields     int              `json:"yields"`     // how many have it here or below
	Numerals   []AuditedNumeral `json:"numerals"`   // in the order of the line
}

// AuditedNumeral is a numeral with all that accounts for it.
type AuditedNumeral struct {
	Place    Place            `json:"place"`
	Token    string           `json:"token"` // as printed; of a figure that is not printed its value
	Nth      int              `json:"nth"`   // 0 for a figure that is not printed
	Accounts []bilingual.Text `json:"accounts"`
}

// report puts together what was found.
func (a *auditor) report() *AuditReport {
	r := &AuditReport{Edition: a.plan.edition, Problems: a.problems}
	by := map[printed][]bilingual.Text{}
	for _, n := range a.numerals {
		account := bilingual.Text{ZH: a.account(n, bilingual.Chinese), EN: a.account(n, bilingual.English)}
		if n.Token == "" {
			r.Unprinted = append(r.Unprinted, AuditedNumeral{Place: n.Place, Token: n.Value, Accounts: []bilingual.Text{account}})
			continue
		}
		by[n.printed()] = append(by[n.printed()], account)
	}
	at := map[Place]int{}
	for i, c := range a.clauses {
		line := a.lines[c.Place]
		clause := AuditedClause{Place: c.Place, Kind: c.Kind, Line: line.Number}
		for _, token := range a.found[c.Place] {
			clause.Numerals = append(clause.Numerals, AuditedNumeral{c.Place, token.Text, token.Nth, by[printed{c.Place, token}]})
		}
		r.Clauses = append(r.Clauses, clause)
		at[c.Place] = i
	}
	for s := range a.plan.All() {
		i, ok := at[s.Places[0]]
		if !ok {
			continue
		}
		r.Clauses[i].Statements = append(r.Clauses[i].Statements, s.ID)
		for ok {
			r.Clauses[i].Yields++
			i, ok = at[a.clauses[i].Parent]
		}
	}
	return r
}

// account says in words what accounts for a numeral.
func (a *auditor) account(n Numeral, l bilingual.Language) string {
	if n.Statement == "" {
		return n.Reason.In(l)
	}
	text := string(n.Statement)
	s, ok := a.plan.Statement(n.Statement)
	if ok {
		text = s.Name.In(l)
	}
	text += l.Pick("：", ": ")
	label := n.label(l)
	if ok {
		for _, at := range s.slots() {
			if at.of == n.Of && at.key == n.Key {
				label = at.label(l) + " " + at.value(l)
			}
		}
	}
	if n.Token == "" {
		label += bilingual.Text{ZH: "（" + n.Reason.In(l) + "）", EN: " (" + n.Reason.In(l) + ")"}.In(l)
	}
	return text + label
}

// Numerals returns how many numerals the text has, and how many of them are
// accounted for.
func (r *AuditReport) Numerals() (all, accounted int) {
	for _, c := range r.Clauses {
		for _, n := range c.Numerals {
			all++
			if len(n.Accounts) > 0 {
				accounted++
			}
		}
	}
	return all, accounted
}

// WriteText writes the report as a table of tab-separated cells: each numeral
// with its line, its place and what accounts for it; for each part, section and
// paragraph how many statements it yields and which; the figures that the text does not print; and what
// is wrong.
func (r *AuditReport) WriteText(w io.Writer, l bilingual.Language) error {
	out := bufio.NewWriter(w)
	put := func(format string, args ...any) { fmt.Fprintf(out, format+"\n", args...) } // the writer keeps the first error for Flush
	in := func(zh, en string) string { return bilingual.Text{ZH: zh, EN: en}.In(l) }
	put("%s", in("一、文中数字", "1. Numerals of the text"))
	put("%s\t%s\t%s\t%s", in("行", "line"), in("位置", "place"), in("数字", "numeral"), in("由何交代", "accounted for by"))
	for _, c := range r.Clauses {
		for _, n := range c.Numerals {
			put("%d\t%s\t%s\t%s", c.Line, c.Place, n.Token, n.accounts(l))
		}
	}
	put("\n%s", in("二、各节内容", "2. Statements of each section"))
	for _, c := range r.Clauses {
		put("%s", strings.TrimRight(fmt.Sprintf("%d\t%s\t%d\t%s", c.Line, c.Place, c.Yields, joined(c.Statements)), "\t"))
	}
	put("\n%s", in("三、文中没有印出的数", "3. Figures that the text does not print"))
	for _, n := range r.Unprinted {
		put("%s\t%s\t%s", n.Place, n.Token, n.accounts(l))
	}
	put("\n%s", r.summary(l))
	for _, p := range r.Problems {
		put("%s", p.In(l))
	}
	return out.Flush()
}

func (n AuditedNumeral) accounts(l bilingual.Language) string {
	if len(n.Accounts) == 0 {
		return l.Pick("没有交代", "nothing")
	}
	texts := make([]string, len(n.Accounts))
	for i, account := range n.Accounts {
		texts[i] = account.In(l)
	}
	return strings.Join(texts, l.Pick("；", "; "))
}

func joined(ids []ID) string {
	texts := make([]string, len(ids))
	for i, id := range ids {
		texts[i] = string(id)
	}
	return strings.Join(texts, " ")
}

// summary counts in one line.
func (r *AuditReport) summary(l bilingual.Language) string {
	all, accounted := r.Numerals()
	statements, clauses := 0, 0
	for _, c := range r.Clauses {
		statements += len(c.Statements)
		if c.Line > 0 {
			clauses++
		}
	}
	return fmt.Sprintf(bilingual.Text{
		ZH: "%s：%d条中见于文中%d条，%d项内容，%d个数字中有交代%d个，未印出%d个数，问题%d个",
		EN: "%s: %[3]d of %[2]d clauses found in the text, %[4]d statements, %[6]d of %[5]d numerals accounted for, %[7]d figures not printed, problems: %[8]d",
	}.In(l), r.Edition, len(r.Clauses), clauses, statements, all, accounted, len(r.Unprinted), len(r.Problems))
}
