package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/checks"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// shown is how many rows of a list are printed; the rest is counted.
const shown = 3

// followUp prints what a bureau asks after the verdicts: who has changed since the year
// before, whom no rule speaks of, what is to be mended, what to check by hand, and whether
// the tables fit one another.
func followUp(out io.Writer, s settings) error {
	now, err := registers.New(registers.Config{Year: s.year})
	if err != nil {
		return err
	}
	w := &lines{out: out, l: s.language}
	teachers := rules.MustPanel(registers.TeachersAsOf(now.AsOf()), tonghua.Teachers()...).Keyed(func(t *registers.Teacher) string { return t.No }).ScopeReasons()
	pupils := rules.MustPanel((*registers.Pupil).Map, tonghua.Pupils()...).Keyed(func(p *registers.Pupil) string { return p.No })
	staff, err := counted(teachers, now.AsOf(), now.Teachers)
	if err != nil {
		return err
	}
	roll, err := counted(pupils, now.AsOf(), now.Pupils)
	if err != nil {
		return err
	}
	if s.year > registers.FirstYear {
		before, err := registers.New(registers.Config{Year: s.year - 1})
		if err != nil {
			return err
		}
		year := strconv.Itoa(s.year - 1)
		w.heading("与"+year+"年相比", "Since "+year)
		if err := changed(w, teachers, staff, before.AsOf(), before.Teachers); err != nil {
			return err
		}
		if err := changed(w, pupils, roll, before.AsOf(), before.Pupils); err != nil {
			return err
		}
	}
	w.heading("不在范围内的记录", "Out of scope")
	for _, o := range staff.Results().Outside {
		if o.Statement == plan.SeniorMaster || o.Statement == "" { // of one rule, and of all
			w.say(o.Text(w.l))
		}
	}

	countyOf := map[string]string{}
	for _, t := range now.Teachers {
		countyOf[t.No] = registers.AreaName(t.County)
	}
	w.heading("整改台账", "Ledger of remedies")
	ledger, err := staff.Remedies(nil, func(key string, _ plan.ID) (string, quantity.Date) {
		return countyOf[key], now.AsOf().AddYears(1)
	})
	if err != nil {
		return err
	}
	open := slices.DeleteFunc(ledger.Open(), func(r verdict.Remedy) bool { return r.Statement != plan.TeacherTrainingHours })
	list(w, open)

	w.heading("抽查单", "Sheet to check by hand")
	sheet, err := staff.Sample(plan.SeniorMaster, rules.Sampling{Seed: strconv.Itoa(s.year), Stratum: func(key string) string { return countyOf[key] }})
	if err != nil {
		return err
	}
	w.say(sheet.Text(w.l))
	var taken []string
	for _, row := range sheet.Rows {
		taken = append(taken, row.Key)
	}
	w.say(strings.Join(taken, w.l.Pick("、", ", ")))

	w.heading("表间核对", "Checks between tables")
	tables, err := between(now)
	if err != nil {
		return err
	}
	if err := tables.Write(out, w.l); err != nil {
		return err
	}
	return w.err
}

// lines prints lines and keeps the first error.
type lines struct {
	out io.Writer
	l   bilingual.Language
	err error
}

// say prints a text in lines that fit.
func (w *lines) say(text string) {
	for i, line := range report.Wrapped(text, report.DefaultWidth-2) {
		if i > 0 {
			line = "  " + line
		}
		if w.err == nil {
			_, w.err = fmt.Fprintln(w.out, line)
		}
	}
}

func (w *lines) heading(zh, en string) { w.say("\n## " + w.l.Pick(zh, en)) }

// list prints the first of a list, and how many more there are.
func list[E interface {
	Text(bilingual.Language) string
}](w *lines, all []E) {
	for _, one := range all[:min(shown, len(all))] {
		w.say(one.Text(w.l))
	}
	if more := len(all) - shown; more > 0 {
		w.say(w.l.Pick("… 另有"+strconv.Itoa(more)+"条", "… and "+strconv.Itoa(more)+" more"))
	}
}

// counted counts rows by their keys.
func counted[T any, R indicators.Record[R]](panel *rules.Panel[T, R], asOf quantity.Date, rows []T) (*rules.Evaluator[T, R], error) {
	e, err := panel.Start(asOf)
	if err != nil {
		return nil, err
	}
	for i := range rows {
		if err := e.Add(&rows[i]); err != nil {
			return nil, err
		}
	}
	return e, nil
}

// changed says which duties changed most since an earlier register: those of which
// somebody was mended or became short.
func changed[T any, R indicators.Record[R]](w *lines, panel *rules.Panel[T, R], now *rules.Evaluator[T, R], asOf quantity.Date, rows []T) error {
	before, err := counted(panel, asOf, rows)
	if err != nil {
		return err
	}
	all, err := now.Changes(before, nil)
	if err != nil {
		return err
	}
	moved := func(c verdict.Changes) int64 { return c.Of(verdict.Mended) + c.Of(verdict.NewlyShort) }
	all = slices.DeleteFunc(all, func(c verdict.Changes) bool { return moved(c) == 0 || c.After.Form != "duty" })
	slices.SortStableFunc(all, func(a, b verdict.Changes) int { return cmp.Compare(moved(b), moved(a)) })
	list(w, all)
	return nil
}

// between holds the tables of each school against one another: its pupils by the roll and
// by the sizes of its classes.
func between(c *registers.City) (*checks.Report, error) {
	set, err := checks.New([]checks.Cell{
		{Key: "roll", Label: bilingual.Text{ZH: "学籍登记的学生数", EN: "pupils on the roll"}, Unit: quantity.Pupil},
		{Key: "classes", Label: bilingual.Text{ZH: "各班班额之和", EN: "pupils of all classes"}, Unit: quantity.Pupil},
	}, checks.Check{Key: "pupils", Left: checks.Sum("roll"), Right: checks.Sum("classes")})
	if err != nil {
		return nil, err
	}
	rolls := map[string]uint64{}
	for _, p := range c.Pupils {
		rolls[p.School]++
	}
	classes, unknown := map[string]uint64{}, map[string]bool{}
	for _, one := range c.Classes {
		classes[one.School] += uint64(max(one.Pupils.V, 0))
		unknown[one.School] = unknown[one.School] || !one.Pupils.Valid
	}
	all := set.Report()
	for _, school := range slices.Sorted(maps.Keys(rolls)) {
		values := checks.Values{"roll": quantity.CodeOf(rolls[school])}
		if n, there := classes[school]; there {
			values["classes"] = quantity.CodeOf(n)
			if unknown[school] {
				values["classes"] = 0
			}
		}
		all.Add(set.Row(school, values))
	}
	return all, nil
}
