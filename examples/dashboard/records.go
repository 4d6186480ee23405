package dashboard

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/eduplan/tonghua/examples/mis"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/rules/verdict"
)

// registers are the names of the registers whose records have numbers, by their tables.
var registers = map[string]bilingual.Text{
	"schools":          {ZH: "学校", EN: "school"},
	"townships":        {ZH: "乡镇、街道", EN: "township"},
	"kindergartens":    {ZH: "幼儿园", EN: "kindergarten"},
	"private_schools":  {ZH: "民办学校", EN: "private school"},
	"programmes":       {ZH: "专业", EN: "programme"},
	"reporting_units":  {ZH: "报送单位", EN: "reporting unit"},
	"staff":            {ZH: "教职工", EN: "staff"},
	"pupils":           {ZH: "学生", EN: "pupil"},
	"students":         {ZH: "职业院校学生", EN: "vocational student"},
	"special_children": {ZH: "特殊群体儿童", EN: "child with special needs"},
	"researchers":      {ZH: "教研员", EN: "teaching researcher"},
	"accounts":         {ZH: "网络学习空间", EN: "learning space"},
	"decisions":        {ZH: "评优选先", EN: "honour"},
	"ethics_cases":     {ZH: "师德案件", EN: "ethics case"},
}

// formed is a record with its form.
type formed struct {
	*mis.Record
	Name          string // of the register and the record
	Area          string
	Form          []cell
	Asked, Others []string // what the rules say, and which do not ask the record
	Refused       string
	Saved         bool
}

// cell is a field of a form: with the text that stands in it, and the one that is stored.
type cell struct {
	mis.Field
	Stored string
}

// recordOf reads the record that an address names.
func (s *Server) recordOf(v *visit) (*formed, error) {
	data := &formed{}
	if err := v.lookup(func(ctx context.Context) error {
		record, there, err := s.store.Record(ctx, s.options.Date, v.r.PathValue("register"), v.part("key"))
		if err == nil && !there || errors.As(err, new(*mis.RegisterError)) {
			err = notFound
		}
		data.Record = record
		return err
	}); err != nil {
		return nil, err
	}
	area, _ := v.state.county(data.County)
	data.Area = bilingual.Plain(area.Name)
	for _, f := range data.Fields {
		data.Form = append(data.Form, cell{f, f.Text})
	}
	for _, e := range data.Explained {
		if e.Role == verdict.OutsideScope || e.Role == verdict.NoMember {
			data.Others = append(data.Others, e.In(v.l))
		} else {
			data.Asked = append(data.Asked, e.In(v.l))
		}
	}
	data.Name = registers[data.Register].In(v.l) + " " + bilingual.Plain(data.Key)
	v.title = data.Name
	return data, nil
}

// mayRead reports whether a visitor may read records of the register that an address names.
func (v *visit) mayRead() bool { return v.holder || !mis.HoldsPersons(v.r.PathValue("register")) }

// record shows a record, with a form for those who may change it.
func (s *Server) record(v *visit) error {
	if !v.mayRead() {
		return holders
	}
	data, err := s.recordOf(v)
	if err != nil {
		return err
	}
	data.Saved = v.r.URL.Query().Get("saved") != ""
	return v.show("record", data)
}

// What stands before the names of fields in a form: what is to be saved, and what was stored
// when the form was shown.
const (
	fieldOf = "field."
	shownOf = "was."
)

// amend saves what a form has changed. What somebody else has changed since the form was
// shown is not overwritten: the form comes back with both.
func (s *Server) amend(v *visit) error {
	if !v.holder {
		return holders
	}
	if err := v.r.ParseForm(); err != nil {
		return badForm
	}
	data, err := s.recordOf(v)
	if err != nil {
		return err
	}
	texts, clashes, given := data.take(v)
	switch {
	case !given:
		return badForm
	case strings.TrimSpace(data.Key) != data.Key: // which would be saved under another number
		v.status = http.StatusUnprocessableEntity
		data.Refused = v.l.Pick("没有保存：编号前后有空白，须先在数据库中更正", "Not saved: the number has blanks around it, which have to be put right in the database first")
		return v.show("record", data)
	case clashes != "":
		v.status, data.Refused = http.StatusConflict, v.l.Pick("没有保存：", "Not saved: ")+clashes+v.l.Pick("；请核对，再点保存就以所填的为准", "; check it: saving again puts what you have filled in in its place")
		return v.show("record", data)
	}
	err = v.lookup(func(ctx context.Context) error {
		_, err := s.store.AmendForm(ctx, s.options.Date, data.Register, texts)
		return err
	})
	if err != nil {
		var told problem
		if v.status = http.StatusUnprocessableEntity; errors.As(err, &told) {
			v.status, data.Refused = told.status, told.text.In(v.l)
			return v.show("record", data)
		}
		s.logFailure("saving", err)
		data.Refused = mis.Explain(err, v.l)
		return v.show("record", data)
	}
	http.Redirect(v.w, v.r, href(v.l, v.r.URL.EscapedPath(), "saved", "1"), http.StatusSeeOther)
	return nil
}

// take puts what was posted into the form. It returns what is to be saved, what others have
// changed meanwhile, and whether there was a form at all.
func (d *formed) take(v *visit) (texts map[string]string, clashes string, given bool) {
	texts = map[string]string{}
	var list []string
	for i := range d.Form {
		c := &d.Form[i]
		text, there := posted(v.r, fieldOf+c.Name)
		was, shown := posted(v.r, shownOf+c.Name)
		given = given || there
		switch stored := oneLine(c.Stored); {
		case c.IsKey:
			texts[c.Name] = d.Key // the address names the record
			continue
		case !there || shown && text == was: // stays as it is by now
			continue
		case shown && stored != was && stored != text:
			list = append(list, fmt.Sprintf(v.l.Pick("“%s”刚被改为“%s”", "%q has just been changed to %q"), c.Label, stored))
		}
		texts[c.Name], c.Text = text, text
	}
	return texts, strings.Join(list, v.l.Pick("；", "; ")), given
}

// posted is a value of a form, and whether it was there.
func posted(r *http.Request, name string) (string, bool) {
	values := r.PostForm[name]
	if len(values) == 0 {
		return "", false
	}
	return oneLine(values[0]), true
}

// oneLine is a text as the fields of a form have it.
func oneLine(text string) string {
	return strings.NewReplacer("\r", "", "\n", "").Replace(text)
}
