package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v3"

	"github.com/eduplan/tonghua/examples/importer"
	"github.com/eduplan/tonghua/examples/wholefile"
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/rows"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/report"
)

func (p *program) check() *cli.Command {
	text := func(name, zh, en string) cli.Flag { return &cli.StringFlag{Name: name, Usage: p.say(zh, en)} }
	return &cli.Command{
		Name: "check", ArgsUsage: p.say("表格…", "TABLE…"),
		Usage: p.say("用规则检查表格，给出各条款的结论", "judge tables by the rules"),
		Description: p.say("读取Excel工作簿（.xlsx）或CSV文件（UTF-8、UTF-16、GB18030均可），先显示各列识别为什么字段、哪些单元格无法读取，再给出结论。"+
			"退回的行可以在退回表中改正，与原文件一起再次检查。数据日期是数据所反映的日期，不是检查的日期。",
			"It reads Excel workbooks (.xlsx) and CSV files (in UTF-8, UTF-16 or GB18030), shows which column is which field and which cells could not be read, and then the verdicts. "+
				"Rows that were refused can be corrected in the sheet of refused rows and checked again together with the file. The date is the day that the data describe, not that of the check."),
		Flags: []cli.Flag{
			text("subject", "统计对象：teacher（教师）、pupil（学生）、school（学校）等；列出全部：tonghua vocab", "what the rows are: teacher, pupil, school …; tonghua vocab lists them"),
			text("date", "数据日期，如2025-12-31", "the day that the data describe, such as 2025-12-31"),
			text("by", "分组的列，如区县；county、school 认得常用的列名", "the column of the group; county and school know the usual names"),
			&cli.StringFlag{Name: "of", Value: "city", Usage: p.say("数据属于谁：city（全市）、county（一个县区）、school（一所学校）", "whose register it is: city, county or school")},
			&cli.StringSliceFlag{Name: "only", Usage: p.say("只检查这些规则，逗号分隔", "these rules alone, separated by commas")},
			&cli.Int64Flag{Name: "expect", Usage: p.say("应有的记录数；少了、多了都不能据以认定达到", "how many records there should be; a part of them proves nothing")},
			&cli.StringFlag{Name: "as", Value: "text", Usage: p.say("输出形式：text（文字）、page（网页）、csv 或 json", "form of the output: text, page, csv or json")},
			text("o", "结论写入这个文件；不写则输出到屏幕", "the file for the verdicts; without it the output is the screen"),
			text("refused", "无法读取的行写入这个文件（.xlsx 或 .csv），改正后可再次检查", "the file (.xlsx or .csv) for rows that cannot be read, to be corrected and checked again"),
			text("findings", "不符合逐人（逐校）要求的记录写入这个 CSV 文件，一条一行", "the CSV file for the records that do not keep a duty on each record"),
			text("archive", "存档写入这个文件，以后可用 verify 核验", "the file for an archive, which verify can verify later"),
			&cli.StringSliceFlag{Name: "column", Usage: p.say("指明一列的含义，如 文化程度=education；“身份证号=key”表示它是记录的编号，“备用=”表示不读这一列", "what a column means, such as degree=education; “number=key” says who a record is, “spare=” passes a column over")},
			&cli.StringSliceFlag{Name: "sheet", Usage: p.say("只读这些工作表", "read these sheets alone")},
			text("show", "只列：breach（违反的）、undetermined（无法判定的）、nodata（没有数据的）", "list these alone: breach, undetermined or nodata"),
			&cli.BoolFlag{Name: "all", Usage: p.say("没有数据的条款也列出", "list statements without data as well")},
			&cli.BoolFlag{Name: "quiet", Usage: p.say("不显示读取的情况", "do not show what was read")},
		},
		Metadata: examples("tonghua check teachers.xlsx -subject teacher -date 2025-12-31 -by county",
			"tonghua check teachers.xlsx -subject teacher -date 2025-12-31 -as page -o teachers.html -refused refused.xlsx",
			"tonghua check teachers.xlsx refused.xlsx -subject teacher -date 2025-12-31"),
		Action: func(ctx context.Context, c *cli.Command) error {
			files, err := p.arguments(c, 1, 1000)
			if err != nil {
				return err
			}
			k, err := p.checking(c, files)
			if err != nil {
				return err
			}
			return k.subject.check(ctx, p, k)
		},
		ShellComplete: p.completes(nil),
	}
}

// checking is what a check is asked to do.
type checking struct {
	files                      []string
	subject                    subject
	date                       quantity.Date
	by                         []string       // the names that the column of the group may have
	group                      bilingual.Text // what a group is; a county if it is zero
	each, of                   plan.Bearer
	only                       []plan.ID
	expect                     int64
	as, to                     string
	refused, findings, archive string
	rename                     map[string]string
	sheets                     []string
	show                       report.Filter
	all, quiet                 bool
}

// registers are whose register a table can be.
var registers = []plan.Bearer{plan.City, plan.County, plan.School}

// groupings are the groups that may be asked for by what they are, with the usual names of
// their columns.
var groupings = map[string]struct {
	is     plan.Bearer
	called bilingual.Text
	names  []string
}{
	"county": {plan.County, bilingual.Text{}, []string{"county", "区县", "县区", "县（市、区）", "县市区", "区县名称", "所属区县", "所在区县", "行政区划"}},
	"school": {plan.School, bilingual.Text{ZH: "学校", EN: "school"}, []string{"school", "学校", "学校名称", "所属学校", "XXMC", "单位名称", "学校（机构）名称"}},
}

func (p *program) checking(c *cli.Command, files []string) (k checking, err error) {
	k = checking{files: files, expect: c.Int64("expect"), as: c.String("as"), to: c.String("o"), refused: c.String("refused"),
		findings: c.String("findings"), archive: c.String("archive"), sheets: c.StringSlice("sheet"), all: c.Bool("all"), quiet: c.Bool("quiet")}
	var known bool
	if k.subject, known = subjectOf(c.String("subject")); !known {
		if c.String("subject") == "" {
			return k, p.fails("要用 -subject 写明表中是什么，如 teacher（教师）、pupil（学生）、school（学校）；全部对象："+p.subjects(),
				"say by -subject what the rows are, such as teacher, pupil or school; all subjects: "+p.subjects())
		}
		return k, p.noSubject(c.String("subject"))
	}
	switch k.date, err = quantity.ParseDate(c.String("date")); {
	case err != nil:
		return k, p.fails("数据日期“"+c.String("date")+"”不是一个日期，应写成 2025-12-31", "the date “"+c.String("date")+"” is no day: write it as 2025-12-31")
	case !k.date.Known():
		return k, p.fails("要写明数据日期，如 -date 2025-12-31", "say which day the data describe, such as -date 2025-12-31")
	}
	if by := c.String("by"); by != "" {
		k.by, k.group = []string{by}, bilingual.Text{ZH: by, EN: "group"}
		for name, g := range groupings {
			if by == name || by == g.names[1] {
				k.by, k.each, k.group = g.names, g.is, g.called
			}
		}
	}
	at := slices.IndexFunc(registers, func(b plan.Bearer) bool {
		return b.String() == c.String("of") || b.In(bilingual.Chinese) == c.String("of")
	})
	if at < 0 {
		return k, p.oneOf("of", c.String("of"), "city", "county", "school")
	}
	k.of = registers[at]
	if err := p.oneOf("as", k.as, "text", "page", "csv", "json"); err != nil {
		return k, err
	}
	for _, name := range []struct {
		zh   string
		only report.Filter
	}{{"违反", report.Breaches}, {"无法判定", report.Undetermined}, {"无数据", report.NoData}} {
		if c.String("show") == name.zh {
			k.show = name.only
		}
	}
	if k.show == report.Everything {
		k.show, err = report.ParseFilter(c.String("show"))
	}
	if err != nil {
		return k, p.oneOf("show", c.String("show"), "breach", "undetermined", "nodata")
	}
	if err := wholefile.Overwrites(files, k.to, k.refused, k.findings, k.archive); err != nil {
		return k, errors.New(importer.Explain(err, p.language))
	}
	if err := p.extensions(k); err != nil {
		return k, err
	}
	for _, id := range c.StringSlice("only") {
		s, _, err := p.statement(id)
		if err != nil {
			return k, err
		}
		k.only = append(k.only, s.ID)
	}
	k.rename = map[string]string{}
	for _, column := range c.StringSlice("column") {
		header, key, two := strings.Cut(column, "=")
		if !two {
			return k, p.fails("-column 要写成“列名=字段”，如 文化程度=education", "write -column as header=field, such as degree=education")
		}
		k.rename[header] = key
	}
	return k, nil
}

// checked is a row of a table with its group.
type checked[R any] struct {
	rows.Row[R]
	place importer.Place
	group string
}

func (o of[R]) check(ctx context.Context, p *program, k checking) error {
	set := o.set()
	if len(k.only) > 0 {
		var err error
		if set, err = set.Only(k.only...); err != nil {
			return err
		}
	}
	panel, err := rules.NewPanel(func(from *checked[R], to *R) { from.Map(to) }, set...)
	if err != nil {
		return err
	}
	who := func(r *checked[R]) string {
		if r.Key != "" {
			return r.Key
		}
		return r.place.In(p.language)
	}
	panel = panel.For(k.of).GroupsAre(k.each).WithContext(ctx).Named(who)
	if k.expect > 0 {
		panel = panel.Expecting(k.expect)
	}
	// A panel with keys keeps every record, to set those of one key against each other. So
	// the tables are read without, and once more where a key stands twice.
	groups, read, err := o.pass(p, k, panel)
	if err == nil && read.Doubled > 0 {
		again := k
		again.quiet = true
		groups, read, err = o.pass(p, again, panel.Keyed(who))
	}
	if err != nil {
		return p.unreadable(err)
	}
	if err := p.keep(k, groups); err != nil {
		return err
	}
	return p.verdicts(k, groups, read)
}

// pass reads the tables once, and writes the files that are written while rows are read.
func (o of[R]) pass(p *program, k checking, panel *rules.Panel[checked[R], R]) (*rules.Groups[string], importer.Report, error) {
	none := importer.Report{}
	options := importer.Usual[R](k.date)
	options.Rename, options.Sheets = k.rename, k.sheets
	if k.by != nil {
		options.Carry = [][]string{k.by}
	}
	progress := p.progress()
	options.Progress = progress.tell
	in, err := importer.Open(options, k.files...)
	if err != nil {
		return nil, none, err
	}
	defer in.Close()
	if err := p.askSubject(k, in.Files()); err != nil {
		return nil, none, err
	}
	p.tell(k, in.Understood(p.language))

	var files wholefile.Files
	defer files.Abandon()
	var list *bilingual.Spreadsheet
	if to, err := files.Create(k.findings); err != nil {
		return nil, none, p.couldNotWrite(k.findings, err)
	} else if to != nil {
		list = p.findings(to)
		panel = panel.OnFinding(func(_ int64, r *checked[R], f *rules.Finding[R]) bool {
			where := []string{r.place.File, r.place.Sheet, strconv.FormatInt(r.place.Row, 10), r.Key, r.group}
			return list.Row(append(where, f.Row(p.language)...)...) == nil
		})
	}
	var sheet *importer.Refusals[R]
	if to, err := files.Create(k.refused); err != nil {
		return nil, none, p.couldNotWrite(k.refused, err)
	} else if to != nil {
		sheet = importer.NewRefusals(to, in, strings.EqualFold(filepath.Ext(k.refused), ".csv"), p.language)
	}
	groups, err := rules.EvaluateSeqBy(panel, k.date, rowsOf(in, sheet), func(r *checked[R]) string { return r.group })
	progress.end()
	if err != nil {
		return nil, none, err
	}
	read := in.Report()
	p.tell(k, read.In(p.language))
	if read.Rows == 0 {
		return nil, none, &ending{badData, p.say("表中没有记录", "there is no record in the tables")}
	}
	if list != nil {
		err = list.Flush()
	}
	if sheet != nil {
		err = errors.Join(err, sheet.Close())
	}
	if err = errors.Join(err, files.Finish()); err != nil {
		return nil, none, p.couldNotWrite(strings.TrimSpace(k.findings+" "+k.refused), err)
	}
	return groups, read, nil
}

// rowsOf are the rows of an import for a pass; those that were refused also go to their sheet.
func rowsOf[R indicators.Record[R]](in *importer.Import[R], sheet *importer.Refusals[R]) iter.Seq2[checked[R], error] {
	return func(yield func(checked[R], error) bool) {
		for row, err := range in.Rows() {
			if err != nil {
				yield(checked[R]{}, err)
				return
			}
			one := checked[R]{Row: row.Row, place: row.Place}
			if len(row.Carried) > 0 {
				one.group = strings.Clone(row.Carried[0])
			}
			if sheet != nil {
				sheet.Write(row)
			}
			if !yield(one, nil) {
				return
			}
		}
	}
}

// verdicts makes the report, writes it, and says by its error how the process ends.
func (p *program) verdicts(k checking, groups *rules.Groups[string], read importer.Report) error {
	var named []report.Named
	if k.by != nil {
		named = report.Groups(groups.All())
		for i := range named {
			if named[i].Name == "" {
				named[i].Name = p.say("（未填写）", "(not filled in)")
			}
		}
	}
	judged, err := report.NewGrouped(plan.Tonghua(), k.date, named, groups.Total())
	if err != nil {
		return err
	}
	data, err := p.form(k, judged, read)
	if err != nil {
		return err
	}
	if err := p.write(k.to, data); err != nil {
		return err
	}
	switch {
	case read.Refused > 0 && k.refused == "":
		return &ending{badData, p.say(fmt.Sprintf("有%d条记录存在无法读取的内容，相应数据按未知处理；加上 -refused 退回.xlsx 可导出改正", read.Refused),
			fmt.Sprintf("%d records have something that cannot be read, which counts as unknown; -refused refused.xlsx writes them out to be corrected", read.Refused))}
	case read.Refused > 0:
		return &ending{badData, p.say(fmt.Sprintf("有%d条记录存在无法读取的内容，已写入 %s；改正后与原文件一起再次检查", read.Refused, k.refused),
			fmt.Sprintf("%d records have something that cannot be read: they are in %s; correct them and check them together with the file", read.Refused, k.refused))}
	case judged.Summary.Breach+judged.Summary.Missed > 0:
		return &ending{code: objected}
	}
	return nil
}

// unreadable is an error of the data, or of the system.
func (p *program) unreadable(err error) error {
	var wrong *importer.FileError
	var named *importer.NameError
	if errors.As(err, &wrong) || errors.As(err, &named) {
		return &ending{badData, importer.Explain(err, p.language)}
	}
	if path := (*fs.PathError)(nil); errors.As(err, &path) {
		return p.couldNotOpen(path.Path, err)
	}
	return err
}

// tell shows what was understood or read, beside the output.
func (p *program) tell(k checking, text string) {
	if !k.quiet {
		fmt.Fprint(p.messages, text)
	}
}
