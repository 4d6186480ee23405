package plan

import (
	"bufio"
	"fmt"
	"html"
	"io"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

// WriteReview writes the review sheet of the plan: a page of HTML to print, one row a
// statement, with all that an inspector who has the text in hand checks and signs: on
// whom it falls, how strongly and by when, the demand with the origins of its figures,
// how it is answered and what proves it, readings, parameters, and what is odd in the
// text. The last column is left free. The same plan always gives the same page; those
// of Tonghua's plan are REVIEW.zh.html and REVIEW.en.html.
func (p *Plan) WriteReview(w io.Writer, l bilingual.Language) error {
	out := bufio.NewWriter(w)
	put := func(format string, args ...string) {
		escaped := make([]any, len(args))
		for i, a := range args {
			escaped[i] = strings.ReplaceAll(html.EscapeString(a), "\n", "<br>")
		}
		fmt.Fprintf(out, format+"\n", escaped...)
	}
	in := func(zh, en string) string { return l.Pick(zh, en) }
	title := p.name.In(l) + in("：审阅表", ": review sheet")
	put(`<!DOCTYPE html>
<html lang="%s">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>%s</title>`, in("zh-CN", "en"), title)
	fmt.Fprint(out, reviewStyle)
	put("<h1>%s</h1>\n<p>%s</p>", title, in(
		fmt.Sprintf("%s，%s至%s，共%d项。每行一项，按条款顺序；数字后注明出处，末栏供审阅人填写。", p.edition, p.first.In(l), p.last.In(l), len(p.statements)),
		fmt.Sprintf("%s, %s to %s, %d statements. One row a statement, in clause order; each figure with its origin; the last column is for the reviewer.", p.edition, p.first.In(l), p.last.In(l), len(p.statements))))
	put("<table>\n<thead><tr><th>%s<th>%s<th>%s<th>%s<th>%s<th>%s</thead>\n<tbody>", in("序号", "No."), in("条款", "Clause"), in("事项与要求", "Statement and demand"),
		in("对象、力度、期限", "On whom, how strongly, when"), in("如何判定", "How it is answered"), in("审阅意见", "Reviewed"))
	for i := range p.statements {
		s := &p.statements[i]
		put("<tr><td>%s<td>%s<br><q>%s</q><td><b>%s</b> <code>%s</code><br>%s<br>%s<td>%s<td>%s<td>", fmt.Sprint(i+1), s.Citation(l), s.Term,
			s.Name.In(l), string(s.ID), s.Describe().In(l), s.required(l), s.binds(l), p.answers(s, l))
	}
	put("</tbody>\n</table>\n</html>")
	return out.Flush()
}

const reviewStyle = `<style>
@page { size: A4 landscape; margin: 12mm }
body { font: 9pt/1.45 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; margin: 1em; color: #000 }
h1 { font-size: 14pt; text-align: center; margin: .3em 0 }
table { border-collapse: collapse; width: 100%; table-layout: fixed }
th, td { border: .5pt solid #555; padding: 2pt 4pt; text-align: left; vertical-align: top; overflow-wrap: anywhere }
th { background: #eee }
th:nth-child(1) { width: 4% } th:nth-child(2) { width: 12% } th:nth-child(3) { width: 34% }
th:nth-child(4) { width: 13% } th:nth-child(6) { width: 9% }
thead { display: table-header-group }
tr { break-inside: avoid }
q, code { color: #444 }
code { font-size: 7.5pt }
</style>
`

// binds says on whom a statement falls, how strongly and by when, one a line.
func (s *Statement) binds(l bilingual.Language) string {
	lines := []string{s.Kind.In(l), s.strength(l)}
	if s.Bearer != Nobody {
		lines = append([]string{s.Bearer.In(l)}, lines...)
	}
	if due := s.Deadline.In(l); due != "" {
		lines = append(lines, due)
	}
	return strings.Join(lines, "\n")
}

// answers says how a statement is answered, with all that belongs to it, one a line.
func (p *Plan) answers(s *Statement, l bilingual.Language) string {
	lines := append([]string{s.Evaluable.In(l)}, s.remarksIn(l)...)
	for a := range p.AnomaliesOf(s.ID) {
		lines = append(lines, l.Pick("存疑：", "odd: ")+a.In(l))
	}
	return strings.Join(lines, "\n")
}
