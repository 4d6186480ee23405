package main

import (
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/rules/report"
)

// hostile has names and amounts that no form may stumble over.
func hostile(t *testing.T, l bilingual.Language) form {
	return formOf(t, l, header+",=x",
		"<b>县,<script>alert(1)</script>,小学,镇区,否,100,5,1,1,450,750,200000,3,",
		"<b>县,=HYPERLINK(1),小学,镇区,否,100,1,0,0,100,100,1000,0,",
		"<b>县,"+strings.Repeat("很长的名字", 12)+",小学,镇区,否,1,900000000000,900000000000,900000000000,9000000000,9000000000,9000000000,900000000000,",
		"<b>县,"+strings.Repeat("Longname", 12)+",小学,镇区,否,<i>,,,,,,,,")
}

func TestNoLineOfTheTextIsLongerThanAReports(t *testing.T) {
	for _, l := range []bilingual.Language{bilingual.Chinese, bilingual.English} {
		f := sampleForm(t)
		f.language = l
		for name, form := range map[string]form{"the sample": f, "long names and amounts": hostile(t, l)} {
			t.Run(fmt.Sprint(name, " in ", l), func(t *testing.T) {
				text := printed(t, writeText, form)
				for line := range strings.Lines(text) {
					assert.LessOrEqual(t, report.Width(strings.TrimSuffix(line, "\n")), report.DefaultWidth, line)
				}
				assert.NotContains(t, text, "%!", "every word has its number")
				stages := 0
				for _, c := range form.counties {
					assert.Contains(t, text, c.name)
					stages += len(c.stages)
					for _, s := range c.stages {
						for _, one := range s.lines {
							assert.Contains(t, text, one.school.School[:min(6, len(one.school.School))])
						}
					}
				}
				assert.Equal(t, stages, strings.Count(text, noteOnDigits(l)), "the line on digits stands under each table")
			})
		}
	}
}

func TestTheSheetIsReadAgainWithARowASchoolAndStage(t *testing.T) {
	for name, f := range map[string]form{"the sample": sampleForm(t), "names like formulas": hostile(t, bilingual.English)} {
		t.Run(name, func(t *testing.T) {
			text, marked := strings.CutPrefix(printed(t, writeSheet, f), "\ufeff")
			require.True(t, marked, "spreadsheets know the file by its mark")
			rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
			require.NoError(t, err)
			at := 1
			for _, c := range f.counties {
				for _, s := range c.stages {
					for _, one := range s.lines {
						row := rows[at]
						assert.Equal(t, []string{c.name, one.school.School, s.is.In(f.language)}, []string{row[0], bilingual.Bare(row[1]), row[3]})
						assert.Equal(t, one.exam.Indicators[0].Printed(), row[7])
						assert.Equal(t, verdictMark(one.exam.Meets).text.In(f.language), row[len(row)-2])
						at++
					}
				}
				at += len(c.leftOut)
			}
			assert.Len(t, rows, at)
			for _, row := range rows {
				for _, cell := range row {
					assert.False(t, strings.HasPrefix(cell, "="), cell)
				}
			}
		})
	}
}

// element is a part of a page.
type element struct {
	XMLName xml.Name
	Attrs   []xml.Attr `xml:",any,attr"`
	Text    string     `xml:",chardata"`
	Parts   []element  `xml:",any"`
}

func (e *element) attr(name string) string {
	for _, a := range e.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// all returns the elements of a name within one.
func (e *element) all(name string) (list []*element) {
	for i := range e.Parts {
		if e.Parts[i].XMLName.Local == name {
			list = append(list, &e.Parts[i])
		}
		list = append(list, e.Parts[i].all(name)...)
	}
	return list
}

func pageOf(t *testing.T, f form) *element {
	t.Helper()
	_, body, _ := strings.Cut(printed(t, writePage, f), "\n") // the type of the document is no XML
	var root element
	require.NoError(t, xml.Unmarshal([]byte(body), &root))
	return &root
}

func TestThePageHasEachSchoolOnceInEachPlot(t *testing.T) {
	for name, f := range map[string]form{"the sample": sampleForm(t), "names like markup": hostile(t, bilingual.English)} {
		t.Run(name, func(t *testing.T) {
			page := pageOf(t, f)
			plots := slices.DeleteFunc(page.all("svg"), func(e *element) bool { return e.attr("class") != "plot" })
			for _, c := range f.counties {
				for _, s := range c.stages {
					for i := range s.means {
						plot := plots[0]
						plots = plots[1:]
						assert.Equal(t, "img", plot.attr("role"))
						assert.Contains(t, plot.attr("aria-label"), fullNames[i].In(f.language))
						var titles, texts, lines []string
						for _, title := range plot.all("title") {
							titles = append(titles, title.Text)
						}
						for _, text := range plot.all("text") {
							texts = append(texts, text.Text)
						}
						for _, l := range plot.all("line") {
							lines = append(lines, l.attr("class"))
						}
						drawn := 0
						for _, one := range s.lines {
							in := &one.exam.Indicators[i]
							begins := one.name.In(f.language) + f.language.Pick("：", ": ") + in.Printed()
							n := len(slices.DeleteFunc(slices.Clone(titles), func(t string) bool { return !strings.HasPrefix(t, begins) }))
							if in.Has == nil {
								continue
							}
							drawn++
							assert.Equal(t, 1, n, begins)
						}
						assert.Len(t, titles, drawn)
						assert.Contains(t, texts, f.language.Pick("要求", "required ")+twoPlaces(s.means[i].Required))
						assert.Contains(t, texts, nearShare.In(f.language)+f.language.Pick("：", ": ")+twoPlaces(s.means[i].Near))
						assert.Subset(t, lines, []string{"axis", "required", "near"})
						assert.Equal(t, s.means[i].Has != nil, slices.Contains(lines, "mean"))
					}
				}
			}
			assert.Empty(t, plots)
			assert.Empty(t, page.all("script"), "a name is a text")
			assert.NotEmpty(t, page.attr("lang"))
			for _, table := range page.all("table") {
				assert.Len(t, table.all("caption"), 1)
			}
			said := 0
			for _, p := range page.all("p") {
				if p.Text == noteOnDigits(f.language) {
					said++
				}
			}
			assert.Equal(t, len(page.all("table")), said, "the line on digits stands under each table")
		})
	}
}

func TestDotsThatWouldOverlapAreStacked(t *testing.T) {
	for _, c := range []struct {
		name   string
		places []float64
		want   []int
	}{
		{"dots apart lie on the axis", []float64{0, 11, 22}, []int{0, 0, 0}},
		{"dots at one place lie over each other", []float64{5, 5, 5}, []int{0, 1, 2}},
		{"the axis is used again where there is room", []float64{0, 5, 10, 11}, []int{0, 1, 2, 0}},
		{"no dots need no level", nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			levels, _ := stacked(c.places, 11)
			assert.Equal(t, c.want, levels)
		})
	}
}

func TestTicksAreRoundAndFew(t *testing.T) {
	assert.Equal(t, []float64{0, 1, 2, 3, 4}, ticks(0, 4.4))
	assert.Equal(t, []float64{1600, 1800, 2000, 2200, 2400}, ticks(1500, 2500)[:5])
	assert.Empty(t, ticks(3, 3))
}

func TestTheProgramJudgesItsSampleInBothLanguagesAndEveryForm(t *testing.T) {
	for _, language := range []string{"zh", "en"} {
		for format, begins := range map[string]string{"text": "", "csv": "\ufeff", "html": "<!DOCTYPE html>"} {
			t.Run(language+" "+format, func(t *testing.T) {
				var out, messages strings.Builder
				_, err := run([]string{"-lang", language, "-format", format}, &out, &messages)
				require.NoError(t, err)
				assert.True(t, strings.HasPrefix(out.String(), begins))
				assert.Contains(t, out.String(), "云溪区第一小学")
				assert.Contains(t, out.String(), map[string]string{"zh": "达到", "en": "reached"}[language])
				assert.Empty(t, messages.String(), "the sample has nothing to correct")
				file := filepath.Join(t.TempDir(), "out")
				_, err = run([]string{"-lang", language, "-format", format, "-o", file}, io.Discard, io.Discard)
				require.NoError(t, err)
				written, err := os.ReadFile(file)
				require.NoError(t, err)
				assert.Equal(t, out.String(), string(written))
			})
		}
	}
}

func TestFlagsThatCannotBeFollowedAreRefused(t *testing.T) {
	file := filepath.Join(t.TempDir(), "schools.csv")
	require.NoError(t, os.WriteFile(file, sample, 0o644))
	for _, c := range []struct{ name, args, says string }{
		{"a county that is not in the file", "-county 乙县", "-county：文件中没有“乙县”，有的是：云溪区、松岭县、白石县"},
		{"a form that there is not", "-format pdf", "-format “pdf”：应为text、csv或html"},
		{"a day that is none", "-as-of 2024-02-30", "as-of"},
		{"a file that is not there", "-schools nosuch.csv", "nosuch.csv"},
		{"a file in place of a flag", "schools.csv", "多余的参数“schools.csv”：文件用-schools给出"},
		{"the file that is read", "-schools " + file + " -o " + file, "结果不能写到读取的文件"},
	} {
		t.Run(c.name, func(t *testing.T) {
			language, err := run(strings.Fields(c.args), io.Discard, io.Discard)
			require.Error(t, err)
			assert.Contains(t, strings.Join(said(err, language), "\n"), c.says)
		})
	}
	var out strings.Builder
	_, err := run([]string{"-county", "白石县"}, &out, io.Discard)
	require.NoError(t, err)
	assert.NotContains(t, out.String(), "云溪区")
}
