package indicators_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

type teacherAxes = indicators.Axes[teacher.Record]

// counting returns axes that only ask for one condition.
func counting(t testing.TB, c indicators.Condition[teacher.Record]) *teacherAxes {
	t.Helper()
	var every indicators.Condition[teacher.Record]
	axes, err := indicators.NewAxes(teacher.Record{}.Subject(), ask(t, every, c))
	require.NoError(t, err)
	return axes
}

// lanes splits packed profile numbers.
func lanes(profiles uint64) [indicators.LanesPerWord]int {
	var list [indicators.LanesPerWord]int
	for i := range list {
		list[i] = int(profiles >> (16 * i) & 0xffff)
	}
	return list
}

// bothWays packs a record in place and through its descriptions.
func bothWays(t *testing.T, sets []*teacherAxes, offsets [indicators.LanesPerWord]uint16, r teacher.Record) uint64 {
	t.Helper()
	subject := teacher.Record{}.Subject()
	profiles := indicators.NewLanes(subject, sets, offsets).PackOne(&r)
	assert.Equal(t, indicators.DescribedLanes(subject, sets, offsets).PackOne(&r), profiles)
	return profiles
}

func TestProfileNumbersStandSideBySide(t *testing.T) {
	masters := counting(t, teacher.Education.AtLeast(indicators.Master)) // unknown, below, master, invalid
	trained := counting(t, teacher.TrainingHours.AtLeast(hours(360)))    // unknown, below, 360, invalid
	elsewhere := counting(t, teacher.TrainingHours.AtLeast(hours(72)))   // another figure of the same field
	answered := counting(t, teacher.FullTime.Field.Recorded())           // unknown, known, invalid
	offsets := [indicators.LanesPerWord]uint16{0, 1000, 65532, 7}        // 65,532 + 3 is the last that fits
	sets := []*teacherAxes{masters, trained, elsewhere, answered}
	for _, c := range []struct {
		name   string
		record teacher.Record
		want   [4]int
	}{
		{"nothing known", teacher.Record{}, [4]int{0, 1000, 65532, 7}},
		{"a bachelor", teacher.Record{Education: indicators.Bachelor}, [4]int{1, 1000, 65532, 7}},
		{"a doctor with 72 hours", teacher.Record{Education: indicators.Doctor, TrainingHours: quantity.WholeHours(72)}, [4]int{2, 1001, 65534, 7}},
		{"71.99 hours", teacher.Record{TrainingHours: quantity.HoursOf(71.99)}, [4]int{0, 1001, 65533, 7}},
		{"360 hours, full-time", teacher.Record{TrainingHours: quantity.WholeHours(360), FullTime: indicators.No}, [4]int{0, 1002, 65534, 8}},
		{"everything invalid", teacher.Record{Education: 77, TrainingHours: quantity.WholeHours(-1), FullTime: 3}, [4]int{3, 1003, 65535, 9}},
	} {
		t.Run(c.name, func(t *testing.T) {
			profiles := bothWays(t, sets, offsets, c.record)
			assert.Equal(t, c.want, lanes(profiles))
		})
	}
}

func TestLanesWithoutASetYieldTheirOffset(t *testing.T) {
	offsets := [indicators.LanesPerWord]uint16{5, 6, 65535, 0}
	profiles := bothWays(t, nil, offsets, teacher.Record{Stage: indicators.Primary})
	assert.Equal(t, [4]int{5, 6, 65535, 0}, lanes(profiles))
}

// A function of the caller is not asked about a cook, and whose turn it is is known.
func TestNothingIsAskedAboutASkippedRow(t *testing.T) {
	subject := teacher.Record{}.Subject()
	hand, asked := 0, []int(nil)
	axes := counting(t, indicators.Holds(indicators.Function[teacher.Record]{
		Name: label, Version: "1", Reads: []*indicators.Field[teacher.Record]{teacher.Stage.Field},
		Holds: func(*teacher.Record) bool { asked = append(asked, hand); return true },
	}))
	records := make([]teacher.Record, 4)
	for k := range records {
		records[k].Stage = indicators.Primary
	}
	records[1].Skip()
	profiles := make([]uint64, len(records))
	indicators.NewLanes(subject, []*teacherAxes{axes}, [indicators.LanesPerWord]uint16{}).Pack(records, profiles, &hand)
	assert.Equal(t, []int{0, 2, 3}, asked)
	assert.False(t, subject.Skipped(&records[0]))
	assert.True(t, subject.Skipped(&records[1]))
	assert.Equal(t, profiles[0], profiles[2])
	assert.Equal(t, profiles[0], profiles[3])
}

// The same step may stand in several sets, and steps may come in any order.
func TestANumberWithManySteps(t *testing.T) {
	steps := func(figures ...uint64) *teacherAxes {
		var parts []indicators.Condition[teacher.Record]
		for _, f := range figures {
			parts = append(parts, teacher.TrainingHours.AtLeast(hours(f)))
		}
		return counting(t, indicators.And(parts...))
	}
	sets := []*teacherAxes{steps(300, 200), steps(100, 200, 400), steps(300, 500), steps(400, 100)}
	for _, c := range []struct {
		hours quantity.Hours
		want  [4]int
	}{
		{quantity.Hours{}, [4]int{0, 0, 0, 0}},
		{quantity.WholeHours(0), [4]int{1, 1, 1, 1}},
		{quantity.HoursOf(99.99), [4]int{1, 1, 1, 1}},
		{quantity.WholeHours(100), [4]int{1, 2, 1, 2}},
		{quantity.WholeHours(200), [4]int{2, 3, 1, 2}},
		{quantity.WholeHours(300), [4]int{3, 3, 2, 2}},
		{quantity.WholeHours(400), [4]int{3, 4, 2, 3}},
		{quantity.WholeHours(500), [4]int{3, 4, 3, 3}},
		{quantity.WholeHours(int64(92233720368547758)), [4]int{3, 4, 3, 3}},
		{quantity.WholeHours(-1), [4]int{4, 5, 4, 4}},
	} {
		profiles := bothWays(t, sets, [indicators.LanesPerWord]uint16{}, teacher.Record{TrainingHours: c.hours})
		assert.Equal(t, c.want, lanes(profiles), "%q hours", c.hours)
	}
}

func TestComparisonsOfTwoFieldsArePackedLikeTheyAreAnswered(t *testing.T) {
	third := literal(1, 3, quantity.Percent)
	comparisons := []indicators.Condition[teacher.Record]{
		teacher.PracticeHours.AtLeastShareOf(teacher.DigitalHours, third),
		teacher.PracticeHours.MoreThanShareOf(teacher.DigitalHours, third),
		teacher.PracticeHours.EqualsShareOf(teacher.DigitalHours, third),
		teacher.PracticeHours.Per(teacher.DigitalHours).AtLeastShareOf(teacher.TrainingHours.Per(teacher.TrainingHours), third),
	}
	// profile: practice (×1) and digital hours (×3) with 3 classes each, then
	// their contradiction (×9), then the answer (×18): unknown 0, false 1, true 2.
	const known, contradiction, isFalse, isTrue = 1 + 3, 9, 18, 36
	for _, c := range []struct {
		name   string
		record teacher.Record
		want   [3]int
	}{
		{"below a third", practice(9.99, 30), [3]int{known + isFalse, known + isFalse, known + isFalse}},
		{"a third", practice(10, 30), [3]int{known + isTrue, known + isFalse, known + isTrue}},
		{"above a third", practice(10.01, 30), [3]int{known + isTrue, known + isTrue, known + isFalse}},
		{"the part missing", teacher.Record{DigitalHours: quantity.WholeHours(30)}, [3]int{3, 3, 3}},
		{"the whole invalid", practice(10, -30), [3]int{1 + 6, 1 + 6, 1 + 6}},
		{"a contradiction", practice(31, 30), [3]int{known + contradiction + isTrue, known + contradiction + isTrue, known + contradiction + isFalse}},
	} {
		t.Run(c.name, func(t *testing.T) {
			sets := []*teacherAxes{counting(t, comparisons[0]), counting(t, comparisons[1]), counting(t, comparisons[2])}
			profiles := bothWays(t, sets, [indicators.LanesPerWord]uint16{}, c.record)
			got := lanes(profiles)
			assert.Equal(t, c.want[:], got[:3])
		})
	}
	axes := counting(t, comparisons[3])
	r := practice(10, 30)
	r.TrainingHours = quantity.WholeHours(7)
	classes, read := make([]uint8, axes.Len()), make([]uint8, axes.Len())
	profiles := bothWays(t, []*teacherAxes{axes}, [indicators.LanesPerWord]uint16{}, r)
	axes.ClassesAt(lanes(profiles)[0], classes)
	axes.ClassesOf(&r, read)
	assert.Equal(t, read, classes)
}

func TestPackingDoesNotAllocate(t *testing.T) {
	sets := []*teacherAxes{counting(t, teacher.Education.AtLeast(indicators.Master)), counting(t, teacher.PracticeHours.AtLeastShareOf(teacher.DigitalHours, half))}
	l := indicators.NewLanes(teacher.Record{}.Subject(), sets, [indicators.LanesPerWord]uint16{})
	records, profiles, hand := []teacher.Record{practice(25, 50)}, make([]uint64, 1), 0
	assert.Zero(t, testing.AllocsPerRun(100, func() { l.Pack(records, profiles, &hand) }))
}
