package dashboard_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/examples/dashboard"
	"github.com/eduplan/tonghua/examples/mis"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/report/page"
	"github.com/eduplan/tonghua/rules/verdict"
)

// reported is what the library says of a database, read by a store of its own.
func reported(t testing.TB, source string) *mis.Report {
	t.Helper()
	r, err := opened(t, source).Report(t.Context(), mis.Options{Date: asOf})
	require.NoError(t, err)
	return r
}

// idOf is the statement that a link leads to.
func idOf(href string) plan.ID {
	path, _, _ := strings.Cut(href, "?")
	return plan.ID(path[strings.LastIndexByte(path, '/')+1:])
}

// sameItem holds a row of a list of statements against a result.
func sameItem(t testing.TB, cells []string, of *report.Row, result *verdict.Result, l bilingual.Language) {
	t.Helper()
	verdictText := l.Pick("无数据", "no data")
	value, short := "", ""
	if result != nil {
		verdictText, value, short = result.Verdict(l), result.Measured(l), result.Short(l)
	}
	assert.Equal(t, []string{of.Citation.In(l), of.Name.In(l), verdictText, value, of.Demand.In(l)}, cells[:5], "%s", of.Statement)
	assert.True(t, strings.HasPrefix(cells[5], short), "%s: the shortfall is %q, the page says %q", of.Statement, short, cells[5])
}

// items are the rows of the list on a page, with their statements.
func items(t testing.TB, body string) (ids []plan.ID, cells [][]string) {
	t.Helper()
	tables := all(parsed(t, body), "table", "items")
	require.Len(t, tables, 1)
	for _, row := range rows(tables[0]) {
		var list []string
		for _, c := range row {
			list = append(list, text(c))
		}
		ids, cells = append(ids, idOf(attribute(all(row[1], "a", "")[0], "href"))), append(cells, list)
	}
	return ids, cells
}

func TestThePagesSayWhatTheLibrarySays(t *testing.T) {
	s := started(t, file(t, "whole"), dashboard.Options{})
	r := reported(t, s.source)
	client := visitor(t)
	for _, l := range languages {
		t.Run(l.String(), func(t *testing.T) {
			t.Run("the list has each statement that demands something, in clause order", func(t *testing.T) {
				ids, cells := items(t, get(t, client, s.url+in(l, "/statements")).body)
				var wanted []plan.ID
				for row := range r.Page.All() {
					if row.Modality != plan.NoDemand {
						wanted = append(wanted, row.Statement)
					}
				}
				require.Equal(t, wanted, ids)
				require.Len(t, ids, 304)
				columns := r.Page.Table(report.Options{Language: l}).Columns
				for i, of := range []int{report.CitationCell, report.NameCell, report.VerdictCell, report.ValueCell, report.RequiredCell, report.ShortCell, report.DueCell} {
					assert.Equal(t, columns[of], text(all(all(parsed(t, get(t, client, s.url+in(l, "/statements")).body), "thead", "")[0], "th", "")[i]))
				}
				for i, id := range ids {
					row := r.Page.Row(id)
					sameItem(t, cells[i], row, row.Result, l)
				}
			})
			t.Run("the page of a statement has its sentence, its clause and its counties", func(t *testing.T) {
				for row := range r.Page.All() {
					got := get(t, client, s.url+in(l, "/statement/"+string(row.Statement)))
					require.Equal(t, 200, got.status, row.Statement)
					said := texts(byID(t, parsed(t, got.body), "content"))
					assert.True(t, said[row.Citation.In(l)], "%s", row.Statement)
					if row.Result == nil {
						continue
					}
					assert.True(t, said[row.Result.Text(l)], "%s", row.Statement)
					assert.True(t, said[row.Result.Verdict(l)], "%s", row.Statement)
					for _, line := range row.Lines(l)[1:] {
						assert.True(t, said[strings.TrimSpace(line.Cells[report.VerdictCell])] || line.Cells[report.VerdictCell] == "", "%s", row.Statement)
						assert.True(t, said[line.Cells[report.ValueCell]] || line.Cells[report.ValueCell] == "", "%s: %s", row.Statement, line.Cells[report.ValueCell])
					}
				}
			})
			t.Run("the page of a county has the results of the county", func(t *testing.T) { samePerCounty(t, s, r, l) })
			t.Run("the page of a school has the results of its own records", func(t *testing.T) { samePerSchool(t, s, l) })
			t.Run("the downloads are those of the library", func(t *testing.T) { sameDownloads(t, s, r, l) })
		})
	}
}

func samePerCounty(t *testing.T, s *site, r *mis.Report, l bilingual.Language) {
	client, compared := visitor(t), 0
	counties, err := opened(t, s.source).Counties(t.Context())
	require.NoError(t, err)
	for _, county := range counties {
		of := map[plan.ID]*verdict.Result{}
		for row := range r.Page.All() {
			for i := range row.Groups {
				if row.Groups[i].Name == county.Name && row.Groups[i].Result.Reason != verdict.EmptyScope {
					of[row.Statement] = &row.Groups[i].Result
				}
			}
		}
		ids, cells := items(t, get(t, client, s.url+in(l, "/county/"+county.Code)).body)
		assert.Len(t, ids, len(of), "%s", county.Name)
		for i, id := range ids {
			require.NotNil(t, of[id], "%s in %s", id, county.Name)
			sameItem(t, cells[i], r.Page.Row(id), of[id], l)
			compared++
			if i%25 == 0 {
				said := texts(byID(t, parsed(t, get(t, client, s.url+in(l, "/county/"+county.Code+"/"+string(id))).body), "content"))
				assert.True(t, said[of[id].Text(l)], "%s in %s", id, county.Name)
				assert.True(t, said[of[id].Verdict(l)], "%s in %s", id, county.Name)
			}
		}
	}
	assert.Greater(t, compared, 500)
}

func samePerSchool(t *testing.T, s *site, l bilingual.Language) {
	store, client := opened(t, s.source), visitor(t)
	for _, code := range []string{"2200000001", "2200000173", "2200000300"} {
		school, own, there, err := store.SchoolReport(t.Context(), asOf, code)
		require.NoError(t, err)
		require.True(t, there)
		body := get(t, client, s.url+in(l, "/school/"+code)).body
		assert.Contains(t, text(parsed(t, body)), own.Summary.In(l))
		assert.Equal(t, school.Name, text(all(parsed(t, body), "h1", "")[0]))
		ids, cells := items(t, body)
		for i, id := range ids {
			sameItem(t, cells[i], own.Row(id), own.Row(id).Result, l)
		}
		said := 0
		for row := range own.All() {
			if row.Result != nil && row.Modality != plan.NoDemand {
				said++
			}
		}
		assert.Len(t, ids, said)
	}
}

func sameDownloads(t *testing.T, s *site, r *mis.Report, l bilingual.Language) {
	client := visitor(t)
	var wanted bytes.Buffer
	require.NoError(t, json.NewEncoder(&wanted).Encode(r.Page))
	assert.True(t, wanted.String() == get(t, client, s.url+in(l, "/download/report.json")).body, "report.json")

	earlier, err := opened(t, s.source).Earlier(t.Context(), asOf)
	require.NoError(t, err)
	require.NotEmpty(t, earlier)
	wanted.Reset()
	require.NoError(t, page.Write(&wanted, r.Page, page.Options{Language: l, History: earlier}))
	got := get(t, client, s.url+in(l, "/download/report.html"))
	assert.True(t, wanted.String() == got.body, "report.html")
	assert.Contains(t, got.header.Get("Content-Disposition"), "attachment")

	wanted.Reset()
	require.NoError(t, r.Page.WriteText(&wanted, report.Options{Language: l, All: true, Ahead: 90}))
	assert.Equal(t, wanted.String(), get(t, client, s.url+in(l, "/download/report.txt")).body)

	turns, err := r.Turns(quantity.DateOf(2027, 1, 1))
	require.NoError(t, err)
	wanted.Reset()
	require.NoError(t, verdict.WriteCalendar(&wanted, l, turns))
	assert.Equal(t, wanted.String(), get(t, client, s.url+in(l, "/download/calendar.ics")).body)

	table := get(t, client, s.url+in(l, "/download/statements.csv?verdict=breach&sort=name")).body
	require.True(t, strings.HasPrefix(table, "\ufeff"))
	lines, err := csv.NewReader(strings.NewReader(table[3:])).ReadAll()
	require.NoError(t, err)
	inBreach := 0
	for row := range r.Page.All() {
		if page.Class(row.Result) == "breach" {
			inBreach += len(row.Lines(l))
		}
	}
	assert.Len(t, lines, inBreach+1)
	assert.Greater(t, inBreach, 10)
}

func TestListsAreNarrowedAndSortedByTheirAddress(t *testing.T) {
	s := started(t, file(t, "small"), dashboard.Options{})
	r := reported(t, s.source)
	client := visitor(t)
	list := func(t *testing.T, query string) []plan.ID {
		ids, _ := items(t, get(t, client, s.url+"/statements?"+query).body)
		return ids
	}
	t.Run("words that are sought must all be there, in either language", func(t *testing.T) {
		assert.Equal(t, []plan.ID{plan.TeacherTrainingHours}, list(t, "q="+url.QueryEscape("教师五年培训学时")))
		for _, id := range list(t, "q="+url.QueryEscape("教师 培训")) {
			row := r.Page.Row(id)
			for _, word := range []string{"教师", "培训"} {
				assert.Contains(t, row.Name.ZH+row.Demand.ZH+row.Citation.ZH, word)
			}
		}
		assert.Equal(t, []plan.ID{plan.TeacherTrainingHours}, list(t, "q="+url.QueryEscape(strings.ToUpper(string(plan.TeacherTrainingHours)))))
	})
	t.Run("a verdict chooses the statements that have it", func(t *testing.T) {
		chosen := list(t, "verdict=breach")
		require.NotEmpty(t, chosen)
		n := 0
		for row := range r.Page.All() {
			if row.Modality != plan.NoDemand && row.Result != nil && row.Result.Outcome == verdict.NotMet && page.Class(row.Result) == "breach" {
				assert.Equal(t, row.Statement, chosen[n])
				n++
			}
		}
		assert.Len(t, chosen, n)
	})
	t.Run("on whom a statement falls chooses those that fall there", func(t *testing.T) {
		chosen := list(t, "on=teacher")
		require.NotEmpty(t, chosen)
		for _, id := range chosen {
			assert.Equal(t, plan.Teacher, r.Page.Row(id).Bearer)
		}
	})
	t.Run("deadlines come in their order, and last what has none", func(t *testing.T) {
		last, open := quantity.Date{}, false
		for _, id := range list(t, "sort=due") {
			day := r.Page.Row(id).Deadline.OnFor(asOf)
			if !day.Known() {
				open = true
				continue
			}
			require.False(t, open, "%s comes after one without a day", id)
			if last.Known() {
				assert.False(t, last.After(day), "%s", id)
			}
			last = day
		}
		assert.True(t, open)
	})
	t.Run("the worst verdicts come first", func(t *testing.T) {
		order := map[string]int{"breach": 0, "missed": 1, "open": 2, "unclear": 3, "met": 4, "none": 5}
		last := 0
		for _, id := range list(t, "sort=verdict") {
			at := order[page.Class(r.Page.Row(id).Result)]
			require.GreaterOrEqual(t, at, last)
			last = at
		}
		assert.Equal(t, "breach", page.Class(r.Page.Row(list(t, "sort=verdict")[0]).Result))
	})
	t.Run("what is not there is said, and is no error", func(t *testing.T) {
		got := get(t, client, s.url+"/statements?q=xyzxyz")
		assert.Equal(t, 200, got.status)
		assert.Contains(t, got.body, "没有符合条件的事项")
	})
}

func TestWhatFallsDueIsWhatTheReportSays(t *testing.T) {
	s := started(t, file(t, "small"), dashboard.Options{})
	r := reported(t, s.source)
	client := visitor(t)
	for _, l := range languages {
		for days, address := range map[int]string{90: "/due", 365: "/due?days=365"} {
			got := get(t, client, s.url+in(l, address))
			said := texts(byID(t, parsed(t, got.body), "content"))
			assert.True(t, said[r.Page.Ahead(days, l)[0]])
			var ids []plan.ID
			for _, row := range r.Page.FallingDue(days) {
				ids = append(ids, row.Statement)
				assert.True(t, said[row.Deadline.OnFor(asOf).In(l)])
			}
			shown, _ := items(t, got.body)
			assert.Equal(t, ids, shown)
			for _, row := range r.Page.Behind() {
				assert.Contains(t, text(parsed(t, got.body)), row.Result.OnPace(l))
			}
			until := map[int]quantity.Date{90: quantity.DateOf(2026, 3, 31), 365: quantity.DateOf(2026, 12, 31)}[days]
			turns, err := r.Turns(until)
			require.NoError(t, err)
			for _, turn := range turns {
				assert.True(t, said[turn.Text(l)], "%s", turn.Text(l))
			}
		}
	}
	for _, wrong := range []string{"0", "-1", "3661", "x", "1e9"} {
		assert.Equal(t, 400, get(t, client, s.url+"/due?days="+wrong).status, wrong)
	}
}

func TestAListOfRecordsThatAreShortHasThoseThatTheResultCounts(t *testing.T) {
	s := started(t, file(t, "small"), dashboard.Options{})
	r := reported(t, s.source)
	client, linked := holder(t, s), 0
	for _, a := range all(parsed(t, get(t, client, s.url+"/statements").body), "a", "small") {
		href := attribute(a, "href")
		row := r.Page.Row(idOf(href))
		table := get(t, client, s.url+"/download/findings/"+string(row.Statement)+".csv").body
		lines, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(table, "\ufeff"))).ReadAll()
		require.NoError(t, err)
		assert.Len(t, lines, int(row.Result.Classes.NotCounted)+1, "%s", row.Statement)
		body := get(t, client, s.url+href).body
		listed := rows(all(parsed(t, body), "table", "items")[0])
		assert.Len(t, listed, min(100, int(row.Result.Classes.NotCounted)), "%s", row.Statement)
		assert.Equal(t, len(lines)-1 > 100, strings.Contains(body, `rel="next"`), "%s", row.Statement)
		linked++
	}
	assert.Greater(t, linked, 10)
	beyond := get(t, client, s.url+"/findings/"+string(plan.TeacherTrainingHours)+"?from=100000").body
	assert.Contains(t, beyond, "没有符合条件的记录")
	assert.Contains(t, beyond, "from=0", "back to the first page")
	assert.Contains(t, get(t, client, s.url+"/findings/"+string(plan.SleepTime)).body, "只计数，不逐条列出")
}
