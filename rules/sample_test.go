package rules_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// seniors are teachers of senior schools whose degree is unknown for every third, the
// first letter of whose number is their county.
func seniors(random *rand.Rand, n int) []member {
	var list []member
	for i := range n {
		m := member{number: fmt.Sprintf("%c%03d", 'A'+i%3*(i%2), i), Record: teacher.Record{Stage: indicators.SeniorHigh, FullTime: indicators.Yes}}
		if random.IntN(3) > 0 {
			m.Education = []indicators.Education{indicators.Bachelor, indicators.Master}[random.IntN(2)]
		}
		list = append(list, m)
	}
	return list
}

func TestASampleIsTheSameForTheSameSeed(t *testing.T) {
	random := rand.New(rand.NewPCG(21, 8))
	staff := seniors(random, 200)
	staff = append(staff, member{number: "Z001", Record: teacher.Record{Stage: indicators.Primary}})
	panel := trainedPanel(tonghua.SeniorMaster)
	sampling := rules.Sampling{Seed: "2025-1", Size: 20, Stratum: func(key string) string { return key[:1] }}
	first, err := counted(t, panel, staff...).Sample(plan.SeniorMaster, sampling)
	require.NoError(t, err)
	random.Shuffle(len(staff), func(i, j int) { staff[i], staff[j] = staff[j], staff[i] })
	again, err := counted(t, panel, staff...).Sample(plan.SeniorMaster, sampling)
	require.NoError(t, err)
	assert.Equal(t, first, again, "whatever the order of rows")
	require.Len(t, first.Rows, 20)
	all, sampled := int64(0), int64(0)
	for _, s := range first.Strata {
		all, sampled = all+s.Records, sampled+s.Sampled
		assert.InDelta(t, float64(s.Records)/10, float64(s.Sampled), 1, "in proportion")
	}
	assert.Equal(t, []int64{200, 20}, []int64{all, sampled}, "who is out of scope decides nothing")
	sampling.Seed = "2025-2"
	other, err := counted(t, panel, staff...).Sample(plan.SeniorMaster, sampling)
	require.NoError(t, err)
	assert.NotEqual(t, first.Rows, other.Rows)
}

func TestHowLargeASampleIs(t *testing.T) {
	panel := trainedPanel(tonghua.SeniorMaster)
	for _, c := range []struct {
		records, size, want int
	}{{10, 0, 10}, {30, 0, 30}, {31, 0, 30}, {900, 0, 30}, {901, 0, 31}, {961, 0, 31}, {962, 0, 32}, {100, 7, 7}, {5, 7, 5}, {0, 0, 0}} {
		sheet, err := counted(t, panel, seniors(rand.New(rand.NewPCG(1, 1)), c.records)...).Sample(plan.SeniorMaster, rules.Sampling{Size: c.size})
		require.NoError(t, err)
		assert.Len(t, sheet.Rows, c.want, "%d records, size %d", c.records, c.size)
	}
	one := append(seniors(rand.New(rand.NewPCG(1, 1)), 90), member{number: "X1", Record: teacher.Record{Stage: indicators.SeniorHigh}})
	sheet, err := counted(t, panel, one...).Sample(plan.SeniorMaster, rules.Sampling{Size: 9, Stratum: func(key string) string { return key[:1] }})
	require.NoError(t, err)
	assert.Equal(t, verdict.Stratum{Name: "X", Records: 1, Sampled: 1}, sheet.Strata[len(sheet.Strata)-1], "a small stratum has one")
}

func TestAnswersNarrowTheBoundsOrAreFaults(t *testing.T) {
	random := rand.New(rand.NewPCG(21, 88))
	panel := trainedPanel(tonghua.SeniorMaster)
	settled := 0
	for range 100 {
		staff := seniors(random, 4+random.IntN(20))
		e := counted(t, panel, staff...)
		sheet, err := e.Sample(plan.SeniorMaster, rules.Sampling{Size: len(staff)})
		require.NoError(t, err)
		var found []verdict.CellFound
		filled, confirmed, faults := int64(0), int64(0), 0
		mended := slices.Clone(staff)
		for i := range mended {
			if random.IntN(2) == 0 {
				continue
			}
			degree := []indicators.Education{indicators.Bachelor, indicators.Master}[random.IntN(2)]
			found = append(found, verdict.CellFound{Key: mended[i].number, Field: "education", Found: degree.String()})
			switch mended[i].Education {
			case 0:
				mended[i].Education = degree
				filled++
			case degree:
				confirmed++
			default:
				faults++
			}
		}
		c, err := e.Checked(sheet, found...)
		require.NoError(t, err)
		want, err := panel.Evaluate(asOf, mended)
		require.NoError(t, err)
		require.True(t, want.Rules[0].Equal(c.After), "%v\n%v", want.Rules[0], c.After)
		require.Equal(t, []int64{filled, confirmed, int64(faults)}, []int64{c.Filled, c.Confirmed, int64(len(c.Faults))})
		require.True(t, e.Results().Rules[0].Equal(c.Before), "the register stays as it is")
		if c.Before.Outcome == verdict.Undetermined && c.After.Outcome != verdict.Undetermined {
			settled++
		}
	}
	assert.Positive(t, settled)
}

func TestASheetGoesOutAndComesBack(t *testing.T) {
	staff := []member{{number: "=1+1", Record: teacher.Record{Stage: indicators.SeniorHigh, Education: indicators.Bachelor}}, {number: "B", Record: teacher.Record{Stage: indicators.SeniorHigh}}}
	e := counted(t, trainedPanel(tonghua.SeniorMaster), staff...)
	sheet, err := e.Sample(plan.SeniorMaster, rules.Sampling{Seed: "s"})
	require.NoError(t, err)
	var out bytes.Buffer
	require.NoError(t, sheet.WriteCSV(&out, bilingual.Chinese))
	assert.Equal(t, "\ufeff分层,记录,字段,字段名称,登记值,核对值\n,'=1+1,stage,任教学段,普通高中,\n,'=1+1,education,学历,本科,\n,B,stage,任教学段,普通高中,\n,B,education,学历,,\n", out.String())
	answers := strings.NewReplacer("学历,本科,", "学历,本科,硕士研究生", "学历,,", "学历,,硕士研究生").Replace(out.String())
	found, err := verdict.ReadFound(strings.NewReader(answers))
	require.NoError(t, err)
	c, err := e.Checked(sheet, found...)
	require.NoError(t, err)
	assert.Equal(t, "高中硕士以上学历教师占比（三（十）第3段）：抽查4处，已核对2处：相符0处，补齐1处，不符1处；结论：无法判定（数据缺失）→达到", c.String())
	assert.Equal(t, "记录=1+1：登记的学历为本科，核对为硕士研究生", c.Faults[0].String())
	assert.Equal(t, "record =1+1: level of education is recorded as bachelor, found master", c.Faults[0].Text(bilingual.English))

	for says, bad := range map[string]verdict.CellFound{
		`no cell education of record "C"`: {Key: "C", Field: "education", Found: "master"},
		`no cell age of record "B"`:       {Key: "B", Field: "age", Found: "3"},
		`record "B"`:                      {Key: "B", Field: "education", Found: "\x00"},
	} {
		_, err := e.Checked(sheet, bad)
		assert.ErrorContains(t, err, says)
	}
	_, err = e.Checked(sheet, found[0], found[0])
	assert.ErrorContains(t, err, "stands twice")
	sheet.AsOf = sheet.AsOf.Next()
	_, err = e.Checked(sheet)
	assert.ErrorIs(t, err, rules.ErrMismatch)
	_, err = e.Sample(plan.SportsMeet, rules.Sampling{})
	assert.ErrorIs(t, err, rules.ErrNoRule)
	_, err = verdict.ReadFound(strings.NewReader("a,b\n"))
	assert.ErrorContains(t, err, "no column 记录 (record)")
}
