package importer

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/rows"
)

// KeyColumn is what a header means that says who a record is.
const KeyColumn = "key"

// NameError says that something that the caller names is not there.
type NameError struct{ Why bilingual.Text }

// Error returns the text in English.
func (e *NameError) Error() string { return "importer: " + e.Why.EN }

// String returns the text in Chinese.
func (e *NameError) String() string { return e.Why.ZH }

// In says it in one language.
func (e *NameError) In(l bilingual.Language) string { return e.Why.In(l) }

// rename gives columns the meaning that the caller says.
func (o *Options[R]) rename() error {
	var none R
	subject := none.Subject()
	for _, header := range slices.Sorted(maps.Keys(o.Rename)) {
		switch means := strings.TrimSpace(o.Rename[header]); means {
		case "":
			o.Table = o.Table.With(rows.Ignored[R](header))
		case KeyColumn:
			o.Table = o.Table.Key(header)
		default:
			at := slices.IndexFunc(subject.Fields(), func(f *indicators.Field[R]) bool {
				return f.Key() == means || f.Label().ZH == means || f.Label().EN == means
			})
			if at < 0 {
				return &NameError{bilingual.Both(func(l bilingual.Language) string {
					var names []string
					for _, f := range subject.Fields() {
						names = append(names, f.Label().In(l)+l.Pick("（", " (")+f.Key()+l.Pick("）", ")"))
					}
					return header + "=" + means + l.Pick("：“"+subject.Label().ZH+"”没有这个字段；字段有："+strings.Join(names, "、"),
						": the subject "+subject.Label().EN+" has no such field; its fields are "+strings.Join(names, ", "))
				})}
			}
			f := subject.Fields()[at]
			dated := slices.IndexFunc(o.Dates, func(c rows.Column[R]) bool { return c.Field == f })
			if dated < 0 {
				o.Table = o.Table.Also(f, header)
				continue
			}
			c := o.Dates[dated] // a day or a month, or the number itself
			read := c.Read
			c.Names, c.Wanted = []string{header}, bilingual.Text{}
			c.Read = func(r *R, text string) error {
				if read(r, text) != nil {
					return f.Parse(r, text)
				}
				return nil
			}
			o.Table = o.Table.With(c)
		}
	}
	return nil
}

// unused is an error where the caller names headers or sheets that no file has.
func (i *Import[R]) unused() error {
	var errs []error
	headers, sheets := map[string]bool{}, map[string]bool{}
	for _, s := range i.sheets {
		for _, c := range s.columns {
			headers[quantity.Normal(c.Header)] = true
		}
	}
	for _, f := range i.opened {
		for _, s := range f.sheets {
			sheets[s.name] = true
		}
	}
	missing := func(wanted []string, there map[string]bool, zh, en string) {
		list := slices.Sorted(maps.Keys(there))
		for _, name := range wanted {
			if !there[quantity.Normal(name)] && !there[name] {
				errs = append(errs, &NameError{why(fmt.Sprintf("没有%s“%s”；有：%s", zh, name, strings.Join(list, "、")), fmt.Sprintf("no %s %q; there are %s", en, name, strings.Join(list, ", ")))})
			}
		}
	}
	missing(slices.Sorted(maps.Keys(i.options.Rename)), headers, "列", "column")
	missing(i.options.Sheets, sheets, "工作表", "sheet")
	return errors.Join(errs...)
}

// perhaps returns the field without a column that an unknown header may be meant for: the
// one whose name has most of its pairs of characters, and at least half.
func perhaps(header string, missing []rows.Name) (best rows.Name, found bool) {
	most := 0.5
	for _, m := range missing {
		if alike := likeness(bare(header), bare(m.Label.ZH)); alike > most {
			best, most, found = m, alike, true
		}
	}
	return best, found
}

// bare is a name without what asks for yes or no, or for a number.
func bare(name string) string {
	name = strings.NewReplacer("“", "", "”", "", "的", "", "（", "", "）", "").Replace(name)
	for _, before := range []string{"是否", "有无", "已"} {
		name = strings.TrimPrefix(name, before)
	}
	for _, behind := range []string{"数量", "情况", "级别", "数"} {
		name = strings.TrimSuffix(name, behind)
	}
	return name
}

// likeness is the Dice coefficient of the pairs of characters of two names, 0 to 1.
func likeness(a, b string) float64 {
	pairs := func(text string) map[string]bool {
		set, list := map[string]bool{}, []rune(text)
		for i := 1; i < len(list); i++ {
			set[string(list[i-1:i+1])] = true
		}
		return set
	}
	x, y := pairs(a), pairs(b)
	both := 0
	for p := range x {
		if y[p] {
			both++
		}
	}
	if len(x)+len(y) == 0 {
		return 0
	}
	return 2 * float64(both) / float64(len(x)+len(y))
}
