package count_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// packed packs a record in place and through its descriptions, and reads its bins
// one by one: all must give the same numbers.
func packed[R indicators.Record[R]](t *testing.T, c *count.Counter[R], r R) []int {
	t.Helper()
	numbers := c.Packed([]R{r}, false)[0]
	require.Equal(t, numbers, c.Packed([]R{r}, true)[0], "through the descriptions: %+v", r)
	require.Equal(t, numbers, c.Numbers(&r, false), "bin by bin: %+v", r)
	require.Equal(t, numbers, c.Numbers(&r, true), "bin by bin, through the descriptions: %+v", r)
	return numbers
}

func TestATableHasAProfileForEachAnswerThatItsQuestionsDistinguish(t *testing.T) {
	share := teacher.PracticeHours.AtLeastShareOf(teacher.DigitalHours, half)
	for _, c := range []struct {
		name             string
		questions        []question
		attributes, size int
	}{
		{"a question that every record meets tells nothing apart", []question{ask(t, "q", every, every)}, 0, 1},
		{"a word: unknown, inside, outside, invalid", []question{ask(t, "q", every, teacher.Education.AtLeast(indicators.Master))}, 1, 4},
		{"the same word asked again", []question{ask(t, "q", every, teacher.Education.AtLeast(indicators.Master)), ask(t, "p", teacher.Education.AtLeast(indicators.Master), every)}, 1, 4},
		{"the opposite tells no more apart", []question{ask(t, "q", every, teacher.FullTime.Is(indicators.Yes)), ask(t, "p", every, teacher.FullTime.Is(indicators.No))}, 1, 4},
		{"two nested sets of a word", []question{ask(t, "q", teacher.Education.AtLeast(indicators.College), teacher.Education.AtLeast(indicators.Master))}, 1, 5},
		{"a word that only has to be recorded", []question{ask(t, "q", every, teacher.Education.Recorded())}, 1, 3},
		{"a number with one cut: unknown, below, from there on, invalid", []question{ask(t, "q", every, teacher.TrainingHours.AtLeast(hours(360)))}, 1, 4},
		{"less than cuts where at least does", []question{ask(t, "q", teacher.TrainingHours.LessThan(hours(360)), teacher.TrainingHours.AtLeast(hours(360)))}, 1, 4},
		{"more than cuts one step later", []question{ask(t, "q", teacher.TrainingHours.MoreThan(hours(360)), teacher.TrainingHours.AtLeast(hours(360)))}, 1, 5},
		{"equality cuts on both sides", []question{ask(t, "q", every, teacher.TrainingHours.Is(hours(360)))}, 1, 5},
		{"equality with what no step reaches never holds", []question{ask(t, "q", every, teacher.TrainingHours.Is(literal(1, 3, quantity.Hour)))}, 1, 3},
		{"a share: two numbers, their contradiction and the answer", []question{ask(t, "q", every, share)}, 4, 3 * 3 * 2 * 3},
		{"independent fields multiply", []question{ask(t, "q", teacher.FullTime.Is(indicators.Yes), teacher.TrainingHours.AtLeast(hours(360)))}, 2, 16},
	} {
		sizes, untabled := counterOf(t, c.questions...).TableSizes()
		assert.Equal(t, []count.TableSize{{Attributes: c.attributes, Profiles: c.size}}, sizes, c.name)
		assert.Zero(t, untabled, c.name)
	}
}

func TestARecordHasAProfileNumberInEachTable(t *testing.T) {
	c := counterOf(t,
		ask(t, "masters", every, teacher.Education.AtLeast(indicators.Master)), // unknown, below, master, invalid
		ask(t, "trained", every, teacher.TrainingHours.AtLeast(hours(360))),    // with the next: unknown, below 72, below 360, 360, invalid
		ask(t, "begun", every, teacher.TrainingHours.AtLeast(hours(72))),
		ask(t, "answered", every, teacher.FullTime.Recorded())) // unknown, known, invalid
	sizes, _ := c.TableSizes()
	require.Equal(t, []count.TableSize{{Attributes: 1, Profiles: 4}, {Attributes: 1, Profiles: 5}, {Attributes: 1, Profiles: 3}}, sizes)
	for _, one := range []struct {
		name   string
		record record
		want   []int // the last is no table's
	}{
		{"nothing known", record{}, []int{0, 0, 0, 0}},
		{"a bachelor", record{Education: indicators.Bachelor}, []int{1, 0, 0, 0}},
		{"a doctor with 72 hours", record{Education: indicators.Doctor, TrainingHours: quantity.WholeHours(72)}, []int{2, 2, 0, 0}},
		{"71.99 hours", record{TrainingHours: quantity.HoursOf(71.99)}, []int{0, 1, 0, 0}},
		{"360 hours, not full-time", record{TrainingHours: quantity.WholeHours(360), FullTime: indicators.No}, []int{0, 3, 1, 0}},
		{"everything invalid", record{Education: 77, TrainingHours: quantity.WholeHours(-1), FullTime: 3}, []int{3, 4, 2, 0}},
	} {
		t.Run(one.name, func(t *testing.T) { assert.Equal(t, one.want, packed(t, c, one.record)) })
	}
}

// A function of the caller is not asked about a cook, and whose turn it is is known.
func TestNothingIsAskedAboutASkippedRow(t *testing.T) {
	var asked []int64
	var fails int64 = -1
	c := asking(t, indicators.Holds(indicators.Function[record]{
		Name: label, Version: "1", Reads: []*indicators.Field[record]{teacher.Stage.Field},
		Holds: func(r *record) bool {
			n := int64(r.RuralYears.Code().Steps()) / 100
			if asked = append(asked, n); n == fails {
				panic("no answer")
			}
			return true
		},
	}))
	rows := make([]record, 4)
	for k := range rows {
		rows[k].Stage, rows[k].RuralYears = indicators.Primary, quantity.WholeYears(int64(k))
	}
	rows[1].Skip()
	tally := tallyOf(t, c, rows...)
	assert.Equal(t, []int64{0, 2, 3}, asked)
	assert.Equal(t, [8]int64{counted: 3}, tally.Answer(0).Classes)
	assert.EqualValues(t, 4, tally.Read())
	assert.EqualValues(t, 1, tally.Skipped())

	fails = 2
	_, err := passOf(c).All(count.Slice(rows))
	var failed *count.MappingError
	require.ErrorAs(t, err, &failed)
	assert.EqualValues(t, 2, failed.Row)
}

// Two own functions that one piece of code made are two functions.
func TestTwoOwnFunctionsOfTheSameCodeAreTwoConditions(t *testing.T) {
	var questions []question
	for key, answer := range map[string]bool{"always": true, "never": false} { // a loop, so that both have the same code
		questions = append(questions, ask(t, key, every, indicators.Holds(indicators.Function[record]{Name: label, Version: "1",
			Reads: []*indicators.Field[record]{teacher.Stage.Field}, Holds: func(*record) bool { return answer }})))
	}
	c := counterOf(t, questions...)
	r := record{Stage: indicators.Primary}
	tally := tallyOf(t, c, r)
	assert.EqualValues(t, 1, tally.Answer(c.Index("always")).Classes[counted])
	assert.EqualValues(t, 1, tally.Answer(c.Index("never")).Classes[not])
}

// A function that two conditions share is asked once about a record.
func TestOneOwnFunctionIsAskedOnceHoweverManyQuestionsShareIt(t *testing.T) {
	asked := 0
	own := indicators.Holds(indicators.Function[record]{Name: label, Version: "1",
		Reads: []*indicators.Field[record]{teacher.Stage.Field}, Holds: func(*record) bool { asked++; return true }})
	c := counterOf(t, ask(t, "scope", own, own), ask(t, "condition", every, indicators.Not(own)))
	r := record{Stage: indicators.Primary}
	tally := tallyOf(t, c, r, r, r)
	assert.Equal(t, 3, asked, "in a pass")
	assert.EqualValues(t, 3, tally.Answer(0).Classes[counted])
	assert.EqualValues(t, 3, tally.Answer(1).Classes[not])
	require.NoError(t, c.Add(tally, &r, 1))
	assert.Equal(t, 4, asked, "alone")
}

// The same step may stand in several tables, and steps may come in any order.
func TestANumberMayBeComparedWithSeveralFiguresInEachOfSeveralTables(t *testing.T) {
	steps := func(key string, beside condition, figures ...uint64) question {
		parts := []condition{teacher.TrainingHours.AtLeast(hours(figures[0])), beside}
		for _, f := range figures[1:] {
			parts = append(parts, teacher.TrainingHours.AtLeast(hours(f)))
		}
		return ask(t, key, every, indicators.And(parts...))
	}
	c := counterOf(t,
		steps("a", teacher.FullTime.Is(indicators.Yes), 300, 200),
		steps("b", teacher.Specialist.Is(indicators.Yes), 100, 200, 400),
		steps("c", teacher.HardPost.Is(indicators.Yes), 300, 500),
		steps("d", teacher.Upgrading.Is(indicators.Yes), 400, 100))
	sizes, _ := c.TableSizes()
	require.Equal(t, []count.TableSize{{Attributes: 2, Profiles: 20}, {Attributes: 2, Profiles: 24}, {Attributes: 2, Profiles: 20}, {Attributes: 2, Profiles: 20}}, sizes)
	for _, one := range []struct {
		hours quantity.Hours
		want  []int // the other attribute comes last and is unknown
	}{
		{quantity.Hours{}, []int{0, 0, 0, 0}},
		{quantity.WholeHours(0), []int{1, 1, 1, 1}},
		{quantity.HoursOf(99.99), []int{1, 1, 1, 1}},
		{quantity.WholeHours(100), []int{1, 2, 1, 2}},
		{quantity.WholeHours(200), []int{2, 3, 1, 2}},
		{quantity.WholeHours(300), []int{3, 3, 2, 2}},
		{quantity.WholeHours(400), []int{3, 4, 2, 3}},
		{quantity.WholeHours(500), []int{3, 4, 3, 3}},
		{quantity.WholeHours(92233720368547758), []int{3, 4, 3, 3}},
		{quantity.WholeHours(-1), []int{4, 5, 4, 4}},
	} {
		assert.Equal(t, one.want, packed(t, c, record{TrainingHours: one.hours}), "%q hours", one.hours)
	}
}

func TestComparisonsOfTwoFieldsArePackedLikeTheyAreAnswered(t *testing.T) {
	third := literal(1, 3, quantity.Percent)
	c := counterOf(t,
		ask(t, "at least", every, teacher.PracticeHours.AtLeastShareOf(teacher.DigitalHours, third)),
		ask(t, "more than", every, teacher.PracticeHours.MoreThanShareOf(teacher.DigitalHours, third)),
		ask(t, "equal", every, teacher.PracticeHours.EqualsShareOf(teacher.DigitalHours, third)))
	quotients := asking(t, teacher.PracticeHours.Per(teacher.DigitalHours).AtLeastShareOf(teacher.TrainingHours.Per(teacher.TrainingHours), third))
	// profile: practice (×1) and digital hours (×3) with 3 bins each, then their
	// contradiction (×9), then the answer (×18): unknown 0, false 1, true 2.
	const known, contradiction, isFalse, isTrue = 1 + 3, 9, 18, 36
	for _, one := range []struct {
		name   string
		record record
		want   []int
	}{
		{"below a third", practice(9.99, 30), []int{known + isFalse, known + isFalse, known + isFalse, 0}},
		{"a third", practice(10, 30), []int{known + isTrue, known + isFalse, known + isTrue, 0}},
		{"above a third", practice(10.01, 30), []int{known + isTrue, known + isTrue, known + isFalse, 0}},
		{"the part missing", record{DigitalHours: quantity.WholeHours(30)}, []int{3, 3, 3, 0}},
		{"the whole invalid", practice(10, -30), []int{1 + 6, 1 + 6, 1 + 6, 0}},
		{"a contradiction", practice(31, 30), []int{known + contradiction + isTrue, known + contradiction + isTrue, known + contradiction + isFalse, 0}},
	} {
		t.Run(one.name, func(t *testing.T) {
			assert.Equal(t, one.want, packed(t, c, one.record))
			one.record.TrainingHours = quantity.WholeHours(7)
			packed(t, quotients, one.record)
		})
	}
}

// A word takes one byte, and a number eight.
func TestAWordThatIsComparedAsANumberIsNotReadBeyondItsPlace(t *testing.T) {
	stage, full := indicators.Number[record]{Field: teacher.Stage.Field}, indicators.Number[record]{Field: teacher.FullTime.Field}
	c := asking(t, stage.AtLeastShareOf(full, half))
	for _, one := range []struct {
		name string
		row  record
		want count.Class
	}{
		{"the first term is half of the second", record{Stage: 1, FullTime: indicators.No, Specialist: 9, Education: 9}, counted},
		{"one that is unknown", record{FullTime: indicators.No, Specialist: 9}, either},
		{"one that is invalid", record{Stage: 1, FullTime: 3}, either},
	} {
		packed(t, c, one.row)
		class, _ := c.Class(0, one.row)
		assert.Equal(t, one.want, class, one.name)
		assert.EqualValues(t, 1, tallyOf(t, c, one.row).Answer(0).Classes[one.want], one.name)
	}
}

func TestPackingDoesNotAllocate(t *testing.T) {
	c := counterOf(t, ask(t, "q", every, teacher.Education.AtLeast(indicators.Master)),
		ask(t, "p", every, teacher.PracticeHours.AtLeastShareOf(teacher.DigitalHours, half)))
	assert.Zero(t, testing.AllocsPerRun(100, c.Packing([]record{practice(25, 50)})))
}
