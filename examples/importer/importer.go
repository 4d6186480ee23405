package importer

import (
	"crypto/sha256"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/mappings"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/rows"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// Options say how tables are read. [Usual] makes them.
type Options[R indicators.Record[R]] struct {
	Table rows.Table[R]
	// Dates are columns of days that are read where a sheet has no column for their field.
	Dates []rows.Column[R]
	// AsOf is the date of the data: a file whose title names other years alone is refused.
	// An unknown date asks nothing.
	AsOf quantity.Date
	// Carry are columns that each row keeps beside its record, such as the county: each by
	// the names that it may have. A sheet that lacks one of them is refused.
	Carry [][]string
	// Rename says what headers mean, by the key or a name of a field; [KeyColumn] says who a
	// record is, and "" passes a column over.
	Rename map[string]string
	// Sheets are the only ones that are read, hidden ones too; none means all that are
	// not hidden.
	Sheets []string
	// Unpacked is how many bytes a workbook may have when it is unpacked; 0 means
	// [DefaultUnpacked].
	Unpacked int64
	// Progress is called from time to time with the number of lines that are read.
	Progress func(lines int64)
}

// Usual returns the options for the usual exports of a subject on the date of the data.
func Usual[R indicators.Record[R]](asOf quantity.Date) Options[R] {
	o := Options[R]{AsOf: asOf}
	switch to := any(&o).(type) {
	case *Options[teacher.Record]:
		to.Table = mappings.Teachers()
		if asOf.Known() {
			to.Dates = mappings.TeacherDates(asOf)
		}
	case *Options[pupil.Record]:
		to.Table = mappings.Pupils()
	case *Options[school.Record]:
		to.Table = mappings.Schools()
	}
	return o
}

// Import reads the tables of some files. It is for one goroutine.
type Import[R indicators.Record[R]] struct {
	options Options[R]
	files   []File
	opened  []*file
	sheets  []*reading[R]
	report  Report
	years   years[R]
	started bool
	closed  bool
}

// File is a file as it is understood.
type File struct {
	Name   string
	Format bilingual.Text
	SameAs string // the file of the same content that is read in its place
	Sheets []Sheet
}

// Sheet is a sheet as it is understood, before its rows are read.
type Sheet struct {
	Name      string
	From, To  int64 // the rows of the header; 0 where none was found
	Columns   []rows.Understood
	Missing   []rows.Name // fields without a column
	Carried   []string    // the headers of [Options].Carry
	Corrected bool        // rows that correct others
	Left      Left        // why the sheet is not read, if it is not
}

// reading is a sheet that is read.
type reading[R indicators.Record[R]] struct {
	file     *file
	name     string
	at       int // among the sheets that are read
	lines    lines
	ahead    []line // that were looked at and are not read yet
	reader   *rows.Reader[R]
	columns  []rows.Understood
	headings [][]string // the lines of the header
	key      int        // the column that says who a record is, -1 for none
	carry    []int      // the columns to carry
	corrects corrects
}

// Open looks into files, finds the headers of their sheets and says what is wrong with
// them: a [FileError] for each file that cannot be read, or the error of the system.
func Open[R indicators.Record[R]](o Options[R], paths ...string) (_ *Import[R], err error) {
	i := &Import[R]{options: o, years: yearsOf[R](o.AsOf)}
	defer func() {
		if err != nil {
			_ = i.Close()
		}
	}()
	if len(paths) == 0 {
		return nil, errors.New("importer: no file was given")
	}
	if err := i.options.rename(); err != nil {
		return nil, err
	}
	var errs []error
	digests := map[[sha256.Size]byte]string{}
	for _, path := range paths {
		f, err := openFile(path, o.Unpacked)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		i.opened = append(i.opened, f)
		as := File{Name: f.name, Format: f.format}
		if first, twice := digests[f.digest]; twice {
			as.SameAs = first
			i.files = append(i.files, as)
			continue
		}
		digests[f.digest] = f.name
		for k := range f.sheets {
			s, err := i.open(f, &f.sheets[k])
			if err != nil {
				errs = append(errs, err)
			}
			as.Sheets = append(as.Sheets, s)
		}
		if len(errs) == 0 && !slices.ContainsFunc(as.Sheets, func(s Sheet) bool { return s.Left == 0 }) {
			errs = append(errs, i.nothing(f, as.Sheets))
		}
		i.files = append(i.files, as)
	}
	if len(errs) == 0 {
		errs = append(errs, i.unused())
	}
	return i, errors.Join(errs...)
}

// open finds the header of a sheet.
func (i *Import[R]) open(f *file, s *sheet) (is Sheet, err error) {
	is.Name = s.name
	named := slices.Contains(i.options.Sheets, s.name)
	switch {
	case len(i.options.Sheets) > 0 && s.name != "" && !named:
		is.Left = NotNamed
		return is, nil
	case s.hidden && !named:
		is.Left = Hidden
		return is, nil
	}
	in, err := s.lines()
	if err != nil {
		return is, err
	}
	r := &reading[R]{file: f, name: s.name, lines: in}
	defer func() {
		if err != nil || is.Left != 0 {
			_ = in.Close()
		}
	}()
	if r.ahead, err = look(in); err != nil {
		return is, err
	}
	found, err := findHeader(i.options.Table, r.ahead, s.name != "")
	if err != nil {
		return is, err
	}
	if found.fields == 0 {
		if is.Left = NoHeader; len(r.ahead) == 0 {
			is.Left = Empty
		}
		return is, nil
	}
	is.From, is.To = r.ahead[found.from].row, r.ahead[found.to].row
	if err := i.options.askYear(f, s.name, r.ahead[:found.from]); err != nil {
		return is, err
	}
	if err := i.header(r, found); err != nil {
		return is, &FileError{File: f.name, Sheet: s.name, Row: is.To, Why: why("表头不能用，可用“列名=字段”指明一列的含义，用“列名=”略过一列", "the header cannot be used; header=field says what a column means, header= passes it over"), Err: err}
	}
	if err := r.carried(i.options.Carry, is.To); err != nil {
		return is, err
	}
	for _, c := range r.carry {
		is.Carried = append(is.Carried, r.columns[c].Header)
	}
	is.Columns, is.Missing, is.Corrected = r.columns, r.reader.Report().Missing, r.corrects.is
	if r.at = len(i.sheets); r.at > 0 {
		r.reader.Follow(i.sheets[0].reader)
	}
	i.sheets = append(i.sheets, r)
	return is, nil
}

// look reads the first lines of a sheet that are not blank.
func look(in lines) (looked []line, err error) {
	for len(looked) < firstLines+headerDepth {
		l, err := in.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		if firstFilled(l.cells) < 0 {
			continue
		}
		l.cells, l.wide = slices.Clone(l.cells), slices.Clone(l.wide)
		looked = append(looked, l)
	}
	return looked, nil
}

// header makes the reader of a sheet.
func (i *Import[R]) header(r *reading[R], found header) (err error) {
	table := i.options.Table
	columns, err := table.Columns(found.names)
	if err != nil {
		return err
	}
	for _, dated := range i.options.Dates {
		if !slices.ContainsFunc(columns, func(c rows.Understood) bool { return c.Field.Key == dated.Field.Key() }) {
			table = table.With(dated)
		}
	}
	if r.columns, err = table.Columns(found.names); err != nil {
		return err
	}
	r.corrects = correctsOf(r.columns)
	names := slices.Clone(found.names)
	for _, c := range r.corrects.columns {
		if c >= 0 {
			names[c], r.columns[c].Role = "", rows.PassedOver
		}
	}
	if r.reader, err = table.Header(names); err != nil {
		return err
	}
	r.key = slices.IndexFunc(r.columns, func(c rows.Understood) bool { return c.Role == rows.NamesRecord })
	for _, l := range r.ahead[found.from : found.to+1] {
		var heading []string
		for _, cell := range l.cells {
			heading = append(heading, quantity.Normal(cell))
		}
		r.headings = append(r.headings, heading)
	}
	r.ahead = r.ahead[found.to+1:]
	return nil
}

// carried finds the columns that rows keep.
func (r *reading[R]) carried(carry [][]string, row int64) error {
	for _, names := range carry {
		at := slices.IndexFunc(r.columns, func(c rows.Understood) bool {
			return slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(quantity.Normal(n), c.Header) })
		})
		if at < 0 {
			var there []string
			for _, c := range r.columns {
				if c.Header != "" {
					there = append(there, c.Header)
				}
			}
			return &FileError{File: r.file.name, Sheet: r.name, Row: row, Why: why(
				"没有“"+strings.Join(names, "、")+"”列；表中的列有："+strings.Join(there, "、"),
				"no column "+strings.Join(names, " or ")+"; the columns are "+strings.Join(there, ", "))}
		}
		r.carry = append(r.carry, at)
		if r.columns[at].Role == rows.Unknown {
			r.columns[at].Role = rows.PassedOver
		}
	}
	return nil
}

// nothing is the error of a file none of whose sheets can be read.
func (i *Import[R]) nothing(f *file, sheets []Sheet) error {
	var none R
	subject := none.Subject()
	hidden := slices.ContainsFunc(sheets, func(s Sheet) bool { return s.Left == Hidden })
	return &FileError{File: f.name, Why: bilingual.Both(func(l bilingual.Language) string {
		var names []string
		for _, field := range subject.Fields()[:min(len(subject.Fields()), someNames)] {
			names = append(names, field.Label().In(l))
		}
		label, list := subject.Label().In(l), strings.Join(names, l.Pick("、", ", "))
		text := l.Pick("没有找到“"+label+"”的表头，应有的列如："+list+"；请核对统计对象，或用“列名=字段”指明",
			"no header of the subject "+label+" was found, whose columns are such as "+list+": check the subject, or say what a column means by header=field")
		if hidden {
			text += l.Pick("；隐藏的工作表没有读取", "; hidden sheets were not read")
		}
		return text
	})}
}

// someNames is how many names of columns an error gives as examples.
const someNames = 5

// Close closes the files.
func (i *Import[R]) Close() error {
	var errs []error
	if i.closed {
		return nil
	}
	i.closed = true
	for _, s := range i.sheets {
		errs = append(errs, s.lines.Close())
	}
	for _, f := range i.opened {
		errs = append(errs, f.Close())
	}
	return errors.Join(errs...)
}
