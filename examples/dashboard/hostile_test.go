package dashboard_test

import (
	"fmt"
	"net/http"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/examples/dashboard"
	"github.com/eduplan/tonghua/examples/mis"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// hostile are names that a page must show and not do.
var hostile = []string{
	"<script>alert(1)</script>", `"><img src=x onerror=alert(1)>`, "{{.}}", "{{template \"layout\"}}", "javascript:alert(1)", "</table></main><h1>x",
	"\u202egnip\u202c\u200f", "a\tb\r\nc\x1b[31m\x01", "' onmouseover='alert(1)", "100%_%s%d%00", "../..", "a/b", "%2e%2e", "?x=1#y", ".", "..", "~", "~..", " 前后有空格 ",
	"a//b", "//evil.example", "甲&amp;乙&lt;", "-->", "\ufeff\u2028", "=cmd|' /C calc'!A0", strings.Repeat("很长的名称", 60), "a;b,c", "+ &=", "a\\b", "😀",
}

// named is a hostile name that no other has.
func named(i int) string {
	if i < len(hostile) {
		return hostile[i]
	}
	return fmt.Sprintf("%s%d", hostile[i%len(hostile)], i)
}

// hostileCity is a small city with such names in every field that has one.
func hostileCity(t testing.TB) *registers.City {
	t.Helper()
	city := *small(t)
	city.Schools = slices.Clone(city.Schools)
	city.Teachers = slices.Clone(city.Teachers)
	city.Townships = slices.Clone(city.Townships)
	city.PrivateSchools = slices.Clone(city.PrivateSchools)
	codes := map[string]string{}
	for i := range city.Schools[:len(hostile)] {
		s := &city.Schools[i]
		codes[s.Code] = named(i)
		s.Code, s.Name, s.Kind = named(i), named(i+7), named(i+3)
		s.Music, s.Multimedia = "否", named(i) // short of a duty, and a word that is none
	}
	rename := func(code *string) {
		if to := codes[*code]; to != "" {
			*code = to
		}
	}
	city.Pupils, city.Classes, city.Grades, city.Kindergartens = slices.Clone(city.Pupils), slices.Clone(city.Classes), slices.Clone(city.Grades), slices.Clone(city.Kindergartens)
	for i := range city.Pupils {
		rename(&city.Pupils[i].School)
	}
	for i := range city.Classes {
		rename(&city.Classes[i].School)
	}
	for i := range city.Grades {
		rename(&city.Grades[i].School)
	}
	for i := range city.Kindergartens {
		rename(&city.Kindergartens[i].Code)
	}
	for i := range hostile {
		p := &city.Teachers[i]
		p.No, p.Degree, p.Space = named(i), named(i+1), named(i+2)
	}
	for i := range min(len(hostile), len(city.PrivateSchools)) {
		city.PrivateSchools[i].No = named(i)
	}
	return &city
}

// hostileFile is a database with such a city, and with such names in what is written beside
// the registers.
func hostileFile(t testing.TB) string {
	t.Helper()
	source := filepath.Join(t.TempDir(), "city.db")
	city := hostileCity(t)
	store, err := mis.Create(t.Context(), source)
	require.NoError(t, err)
	require.NoError(t, store.Fill(t.Context(), city, nil))
	require.NoError(t, store.Close())
	tampered(t, source, func(exec func(string, ...any)) {
		for i, code := range []string{"220501", "220502", "220503", "220521", "220523", "220524", "220582"} {
			exec("UPDATE counties SET county_name = ? WHERE county = ?", named(i*2), code)
		}
		for i, name := range hostile {
			exec("UPDATE evidence SET title = ?, number = ?, issuer = ?, reference = ? WHERE line = ?", name, named(i+1), named(i+2), named(i+3), i+1)
			exec("INSERT INTO exceptions (line, statement, record_key, document, reason, last_day) VALUES (?, ?, ?, ?, ?, ?)", 1000+i, string(plan.TeacherTrainingHours), name, named(i+4), named(i+5), "2026-06-30")
			exec("INSERT INTO trainings (staff_no, training_no, title, day, hours) VALUES (?, ?, ?, ?, ?)", name, 900, named(i+6), "2025-03-01", 1)
		}
	})
	store = opened(t, source)
	r, err := store.Report(t.Context(), mis.Options{Date: quantity.DateOf(2024, 12, 31)})
	require.NoError(t, err)
	require.NoError(t, store.SaveReport(t.Context(), r))
	r, err = store.Report(t.Context(), mis.Options{Date: asOf, Remedies: []plan.ID{plan.TeacherTrainingHours, plan.ArtCourses}, Due: quantity.DateOf(2026, 6, 30)})
	require.NoError(t, err)
	for i, name := range hostile {
		r.Remedies = append(r.Remedies, verdict.Remedy{Statement: plan.ArtCourses, Key: named(i), Opened: quantity.DateOf(2025, 1, 1+i%28), Name: bilingual.Text{ZH: name, EN: name}, Citation: bilingual.Text{ZH: name, EN: name}, Answers: name, Seen: asOf})
	}
	require.NoError(t, store.SaveReport(t.Context(), r))
	return source
}

// safe finds what a page may not have: elements and attributes that do something, beside its
// own.
func safe(t testing.TB, address, body string) {
	for n := range parsed(t, body).Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "script":
			assert.Equal(t, "/static/live.js", attribute(n, "src"), address)
			assert.Nil(t, n.FirstChild, address)
		case "img", "iframe", "object", "embed", "base", "style", "audio", "video", "template":
			assert.Fail(t, "an element", "<%s> on %s", n.Data, address)
		case "h1", "main", "body":
			assert.NotEqual(t, "x", text(n), address)
		}
		for _, a := range n.Attr {
			assert.False(t, strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "srcdoc", "%s=%q on %s", a.Key, a.Val, address)
			if a.Key == "href" || a.Key == "src" || a.Key == "action" {
				assert.True(t, strings.HasPrefix(a.Val, "/") && !strings.HasPrefix(a.Val, "//") || a.Val == "#content" || strings.HasPrefix(a.Val, "#"), "%s=%q on %s", a.Key, a.Val, address)
			}
		}
	}
}

func TestNamesThatWantToDoSomethingAreShownAndDoNothing(t *testing.T) {
	s := started(t, hostileFile(t), dashboard.Options{})
	for who, client := range map[string]*http.Client{"a visitor": visitor(t), "a holder of the token": holder(t, s)} {
		t.Run(who, func(t *testing.T) {
			var mu sync.Mutex
			kinds := map[string]int{}
			n := crawled(t, client, s, func(address string, got answer) bool {
				assert.Contains(t, []int{http.StatusOK, http.StatusSeeOther}, got.status, "%s", address)
				if strings.HasPrefix(got.header.Get("Content-Type"), "text/html") && got.header.Get("Content-Disposition") == "" && got.status == http.StatusOK {
					safe(t, address, got.body)
				}
				assert.NotContains(t, got.body, "ZgotmplZ", "%s", address)
				assert.NotContains(t, got.header.Get("Content-Disposition"), "script")
				mu.Lock()
				kinds[strings.Split(strings.TrimPrefix(address, "/"), "/")[0]]++
				mu.Unlock()
				return true
			})
			t.Logf("%d addresses", n)
			assert.Greater(t, kinds["school"], len(hostile))
			assert.Greater(t, kinds["record"], len(hostile))
		})
	}
	t.Run("a link with such a code leads to the record of the code", func(t *testing.T) {
		store, client := opened(t, s.source), holder(t, s)
		list, err := store.Schools(t.Context(), asOf, "220502")
		require.NoError(t, err)
		byText := map[string]string{}
		for _, code := range []string{"220501", "220502", "220503", "220521", "220523", "220524", "220582"} {
			for _, table := range all(parsed(t, get(t, client, s.url+"/county/"+code+"/schools").body), "table", "items") {
				for _, row := range rows(table) {
					byText[text(row[0])] = attribute(all(row[1], "a", "")[0], "href")
				}
			}
		}
		require.NotEmpty(t, list)
		for i, code := range hostile {
			school, there, err := store.School(t.Context(), code)
			require.NoError(t, err)
			require.True(t, there)
			href := byText[shownAs(code)]
			require.NotEmpty(t, href, "%q", code)
			at := browsed(t, s.url, href)
			page := parsed(t, get(t, client, at).body)
			assert.Equal(t, shownAs(school.Name), text(all(page, "h1", "")[0]), "%q", code)
			for _, a := range all(page, "a", "") {
				if text(a) == "学校登记表" {
					record := get(t, client, browsed(t, s.url, attribute(a, "href")))
					assert.Equal(t, http.StatusOK, record.status, "%q", code)
					for _, one := range all(parsed(t, record.body), "input", "") {
						if attribute(one, "name") == "was.kind" {
							assert.Equal(t, shownAs(named(i+3)), shownAs(attribute(one, "value")))
						}
					}
				}
			}
		}
	})
	t.Run("and such a record is saved under its own code", func(t *testing.T) {
		store, client := opened(t, s.source), holder(t, s)
		for _, code := range hostile {
			at := s.url + "/record/schools/" + escapedPart(code)
			form := url.Values{"field.locality": {"镇区 " + code}}
			got := post(t, client, at, form)
			if strings.TrimSpace(code) != code {
				assert.Equal(t, http.StatusUnprocessableEntity, got.status, "%q", code)
				_, there, err := store.School(t.Context(), strings.TrimSpace(code))
				require.NoError(t, err)
				assert.False(t, there, "no other record is made")
				continue
			}
			require.Equal(t, http.StatusSeeOther, got.status, "%q", code)
			school, _, err := store.School(t.Context(), code)
			require.NoError(t, err)
			assert.Equal(t, strings.TrimSpace(oneLine("镇区 "+code)), school.Locality)
			assert.Equal(t, http.StatusOK, get(t, client, browsed(t, at, got.header.Get("Location"))).status, "%q", code)
		}
	})
}
