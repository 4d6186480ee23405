package mappings_test

import (
	"database/sql"
	"fmt"
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/mappings"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

func ExampleTagged() {
	type person struct {
		Degree string  `field:"education"`
		Hours  float64 `field:"training_hours"`
	}
	mapping, err := mappings.Tagged[person, teacher.Record]()
	if err != nil {
		fmt.Println(err)
		return
	}
	var t teacher.Record
	mapping(&person{"硕士研究生", 72.5}, &t)
	fmt.Println(t.Education, t.TrainingHours)
	// Output: master 72.5
}

type degree string

type contact struct {
	Stage string `field:"stage"`
}

type row struct {
	contact
	Name     string
	Degree   degree            `field:"education"`
	Hours    sql.Null[float64] `field:"training_hours"`
	Digital  *float32          `field:"digital_hours"`
	Practice sql.NullFloat64   `field:"practice_hours"`
	Age      uint8             `field:"age"`
	Since    int16             `field:"appointed_year"`
	Years    uint64            `field:"service_years"`
	Dual     bool              `field:"dual_qualified"`
	Space    *bool             `field:"real_name_space"`
	Title    *string           `field:"backbone"`
	Rural    sql.NullString    `field:"hard_post"`
}

func TestAStructFillsARecordByItsTags(t *testing.T) {
	mapping, err := mappings.Tagged[row, teacher.Record]()
	require.NoError(t, err)
	digital, yes, title := float32(72.1), true, "市级"
	for name, c := range map[string]struct {
		from row
		want teacher.Record
	}{
		"everything is there": {row{contact{"高中"}, "张", "博士", sql.Null[float64]{V: 360, Valid: true}, &digital, sql.NullFloat64{Float64: 50.25, Valid: true}, 41, 2009, 16, true, &yes, &title, sql.NullString{String: "否", Valid: true}},
			teacher.Record{Stage: indicators.SeniorHigh, Education: indicators.Doctor, TrainingHours: quantity.WholeHours(360), DigitalHours: quantity.HoursOf(72.1), PracticeHours: quantity.HoursOf(50.25),
				Age: quantity.N(41), AppointedYear: quantity.N(2009), ServiceYears: quantity.YearsOf(16), DualQualified: indicators.Yes, RealNameSpace: indicators.Yes, Backbone: indicators.CityTier, HardPost: indicators.No}},
		"what is null is unknown": {row{Age: 30, Since: 1},
			teacher.Record{Age: quantity.N(30), AppointedYear: quantity.N(1), ServiceYears: quantity.YearsOf(0), DualQualified: indicators.No}},
		"what cannot be is invalid": {row{Degree: "某学历", Hours: sql.Null[float64]{V: math.NaN(), Valid: true}, Since: -1, Years: math.MaxUint64},
			teacher.Record{Education: indicators.InvalidWord, TrainingHours: quantity.HoursOf(math.NaN()), Age: quantity.N(0), AppointedYear: quantity.N(-1), ServiceYears: quantity.YearsOf(1e300), DualQualified: indicators.No}},
	} {
		var got teacher.Record
		mapping(&c.from, &got)
		assert.Equal(t, c.want, got, name)
	}
}

func TestTagsThatCannotBeAreNamed(t *testing.T) {
	type wrong struct {
		A string    `field:"hat"`
		B bool      `field:"training_hours"`
		C float64   `field:"education"`
		D []int     `field:"age"`
		E string    `field:"stage"`
		F string    `field:"stage"`
		G time.Time `field:"age"`
	}
	_, err := mappings.Tagged[wrong, teacher.Record]()
	for _, want := range []string{
		`wrong.A: subject teacher has no field "hat": stage, full_time`,
		"wrong.B: a bool cannot fill training_hours: want a number or a text",
		"wrong.C: a float64 cannot fill education: want a text",
		"wrong.D: a []int cannot fill age: want a number or a text",
		"wrong.F: E fills stage as well",
		"wrong.G: a time.Time cannot fill age: want a number or a text",
	} {
		assert.ErrorContains(t, err, want)
	}
	type bare struct{ A string }
	_, err = mappings.Tagged[bare, teacher.Record]()
	assert.ErrorContains(t, err, `no field of mappings_test.bare has the tag field:"…"`)
	_, err = mappings.Tagged[int, teacher.Record]()
	assert.ErrorContains(t, err, "int is no struct")
	type inside struct{ *contact }
	_, err = mappings.Tagged[inside, teacher.Record]()
	assert.ErrorContains(t, err, "embedded by a pointer")
}

// The reader of texts is as slow as it is by hand; what is no text costs some nanoseconds.
func BenchmarkTagged(b *testing.B) {
	mapping, err := mappings.Tagged[row, teacher.Record]()
	require.NoError(b, err)
	digital := float32(72.1)
	from := row{Digital: &digital, Hours: sql.Null[float64]{V: 360, Valid: true}, Age: 41, Since: 2009}
	var to teacher.Record
	b.ReportAllocs()
	for b.Loop() {
		mapping(&from, &to)
	}
}

func TestMappingAllocatesNothing(t *testing.T) {
	mapping, err := mappings.Tagged[row, teacher.Record]()
	require.NoError(t, err)
	title := "市级"
	from := row{contact: contact{"高中"}, Degree: "硕士", Title: &title, Hours: sql.Null[float64]{V: 360, Valid: true}, Age: 41}
	var to teacher.Record
	assert.Zero(t, testing.AllocsPerRun(100, func() { mapping(&from, &to) }))
}
