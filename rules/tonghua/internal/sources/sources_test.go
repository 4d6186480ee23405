package sources_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/rules/tonghua/internal/sources"
)

// folder writes files into a folder of their own.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	return dir
}

func TestRulesAreReadInTheOrderOfFilesAndDeclarations(t *testing.T) {
	book, err := sources.Read(folder(t, map[string]string{
		"section_3_10.go": `// Section 三（十） 教师队伍.

package city

import (
	"example.org/indicators"
	"example.org/indicators/teacher"
	staff "example.org/indicators/teacher/v2"
)

// Masters measures masters.
//
// Unit: per cent.
var Masters = rules.MustShare(city(), plan.Masters, indicators.Share[teacher.Record]{})

// Training binds schools.
var Training = rules.MustDuty(city(), plan.Training, trained("hours"), rules.Reading[teacher.Record]{})

func trained(hours string) indicators.Duty[staff.Record] { return indicators.Duty[staff.Record]{} }

var full = indicators.Yes
`,
		"section_3_02.go": `package city

import "example.org/indicators/school"

// By evidence.
var (
	// Reform: 改革.
	Reform, Service = attested(plan.Reform), rules.MustAttested(city(), plan.Service)
	// Ratio measures schools.
	Ratio = rules.MustRatio(city(), plan.Ratio, indicators.Ratio[school.Record]{})
)

// Sites counts sites.
var Sites = rules.MustCount(city(), plan.Sites, smart(town))

const Edition = "first"
`,
		"doc.go": `// Package city is a book.
package city

import "example.org/indicators/school"

func smart(among string) indicators.Count[school.Record] { return none }

func (plain) smart(among string) indicators.Count[other.Record] { return none }
`,
		"section_3_02_test.go": "package city\n\nvar Odd = 1\n",
		"book_generated.go":    "package city\n\nvar Old = 1\n",
		"notes.txt":            "no source",
	}))
	require.NoError(t, err)
	type declared struct {
		name, heading string
		rules         []sources.Rule
	}
	var got []declared
	for _, f := range book.Files {
		assert.Equal(t, f.Name, filepath.Base(book.Positions.Position(f.Syntax.Package).Filename))
		got = append(got, declared{f.Name, f.Heading, f.Rules})
	}
	const school, teacher = "example.org/indicators/school", "example.org/indicators/teacher"
	assert.Equal(t, []declared{
		{"doc.go", "", nil},
		{"section_3_02.go", "", []sources.Rule{
			{Name: "Reform", Doc: "Reform: 改革.\n"},
			{Name: "Service", Doc: "Reform: 改革.\n"},
			{Name: "Ratio", Doc: "Ratio measures schools.\n", Subject: school},
			{Name: "Sites", Doc: "Sites counts sites.\n", Subject: school},
		}},
		{"section_3_10.go", "Section 三（十） 教师队伍.", []sources.Rule{
			{Name: "Masters", Doc: "Masters measures masters.\n\nUnit: per cent.\n", Subject: teacher},
			{Name: "Training", Doc: "Training binds schools.\n", Subject: teacher + "/v2"},
		}},
	}, got)
}

func TestAllThatIsWrongIsReportedAtOnce(t *testing.T) {
	_, err := sources.Read(folder(t, map[string]string{
		"a.go": "package city\n\nvar Odd, Even = 1, 2\n",
		"b.go": "package city\n\nvar Third = 3\n",
	}))
	for _, name := range []string{"Odd", "Even", "Third"} {
		assert.ErrorContains(t, err, name+" is no rule")
	}
}

func TestWhatIsNoRuleIsNamed(t *testing.T) {
	for says, c := range map[string]struct{ declared, want string }{
		"a value":                    {`var Odd = 1`, "section.go:5:5: Odd is no rule: want a call of rules.MustShare"},
		"another function":           {`var Odd = rules.NewPanel(plan.Odd)`, "Odd is no rule: want a call"},
		"a call of a call":           {`var Odd = rules()()`, "Odd is no rule: want a call"},
		"nothing":                    {`var Odd rules.Attested`, "Odd is no rule: it has no value of its own"},
		"a part of a pair":           {`var Odd, Even = pair()`, "Even is no rule: it has no value of its own"},
		"a rule without indicator":   {`var Odd = rules.MustDuty(p, plan.Odd)`, "the subject of Odd cannot be read"},
		"an indicator by its name":   {`var Odd = rules.MustDuty(p, plan.Odd, duty)`, "the subject of Odd cannot be read"},
		"a record without package":   {`var Odd = rules.MustDuty(p, plan.Odd, indicators.Duty[Record]{})`, "the subject of Odd cannot be read"},
		"a package that is unknown":  {`var Odd = rules.MustDuty(p, plan.Odd, indicators.Duty[pupil.Record]{})`, "the subject of Odd cannot be read"},
		"a type that is not generic": {`var Odd = rules.MustDuty(p, plan.Odd, duty{})`, "the subject of Odd cannot be read"},
		"a function from elsewhere":  {`var Odd = rules.MustDuty(p, plan.Odd, duties.Make())`, "the subject of Odd cannot be read"},
		"no Go":                      {`var Odd =`, "expected operand"},
	} {
		_, err := sources.Read(folder(t, map[string]string{"section.go": "package city\n\nimport \"example.org/indicators/teacher\"\n\n" + c.declared + "\n"}))
		assert.ErrorContains(t, err, c.want, says)
	}
	_, err := sources.Read(filepath.Join(t.TempDir(), "none"))
	assert.ErrorIs(t, err, os.ErrNotExist)
}
