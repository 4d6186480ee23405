package rules_test

import (
	"math/rand/v2"
	"testing"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
)

// dossier is a row that fills every field of a teacher: 160 bytes.
type dossier struct {
	staff
	Leader       uint8 // like Backbone
	Trainings    uint8 // like Backbone
	HardPost     uint8 // 0 unknown, 1 yes, 2 no, like all that follow
	Qualified    uint8
	Recommended  uint8
	Certified    uint8
	Upgrading    uint8
	Ethnic       uint8
	Assessed     uint8
	New          uint8
	Service      uint8
	Master       uint8
	Age          int32 // 0 unknown
	RuralYears   float64
	Allowance    float64
	AllowanceDue float64
	Months       float64
}

func dossiers(n int) []dossier {
	r := rand.New(rand.NewPCG(3, 4))
	rows := make([]dossier, n)
	word := func(n int) uint8 {
		if r.IntN(100) == 0 {
			return 0
		}
		return uint8(1 + r.IntN(n))
	}
	for i, s := range register(n, 10, 1) {
		d := &rows[i]
		d.staff = s
		d.Leader, d.Trainings = word(4), word(4)
		for _, answer := range []*uint8{&d.HardPost, &d.Qualified, &d.Recommended, &d.Certified, &d.Upgrading, &d.Ethnic, &d.Assessed, &d.New, &d.Service, &d.Master} {
			*answer = word(2)
		}
		d.Age = int32(22 + r.IntN(38))
		d.RuralYears = float64(r.IntN(30))
		d.AllowanceDue = float64(300 + r.IntN(500))
		d.Allowance = d.AllowanceDue + float64(r.IntN(20)-1)
		d.Months = float64(r.IntN(12))
	}
	return rows
}

// asOfYear is worked out once: a year of service is counted back from it in every row.
var asOfYear = asOf.Year()

func fillAll(d *dossier, t *teacher.Record) {
	fill(&d.staff, t)
	t.SpecialityLeader, t.TrainingTier = tiers[d.Leader], tiers[d.Trainings]
	t.HardPost = indicators.Answer(d.HardPost)
	t.ProvinceQualified = indicators.Answer(d.Qualified)
	t.ProvinceRecommended = indicators.Answer(d.Recommended)
	t.VocationalCertificate = indicators.Answer(d.Certified)
	t.Upgrading = indicators.Answer(d.Upgrading)
	t.EthnicSchool = indicators.Answer(d.Ethnic)
	t.EthicsAssessed = indicators.Answer(d.Assessed)
	t.NewlyAppointed = indicators.Answer(d.New)
	t.RuralServiceArranged = indicators.Answer(d.Service)
	t.MasterDegree = indicators.Answer(d.Master)
	t.ServiceYears = quantity.WholeYears(asOfYear - int(d.Appointed)).If(d.Appointed > 0)
	t.Age = quantity.N(d.Age).If(d.Age > 0)
	t.RuralYears = quantity.YearsOf(d.RuralYears)
	t.RuralAllowance = quantity.YuanOf(d.Allowance)
	t.RuralAllowanceDue = quantity.YuanOf(d.AllowanceDue)
	t.EnterpriseMonths = quantity.MonthsOf(d.Months)
}

// BenchmarkWholeSet is all teachers' rules with every field filled.
func BenchmarkWholeSet(b *testing.B) {
	rows := dossiers(benchmarkRows)
	quiet := rules.MustPanel(fillAll, tonghua.Teachers()...)
	found := 0
	panel := quiet.OnFinding(func(int64, *dossier, *rules.Finding[teacher.Record]) bool { found++; return true })
	for _, pass := range []struct {
		name  string
		panel *rules.Panel[dossier, teacher.Record]
	}{{"quiet", quiet}, {"findings", panel}, {"two goroutines", panel.Parallel(2)}} {
		b.Run(pass.name, func(b *testing.B) {
			timed(b, len(rows), 0, func() {
				if _, err := rules.EvaluateBy(pass.panel, asOf, rows, func(d *dossier) string { return d.County }); err != nil {
					b.Fatal(err)
				}
			})
			b.ReportMetric(float64(found)/float64(max(1, b.N))/float64(len(rows)), "findings/record")
			found = 0
		})
	}
}

func TestTheBenchmarkOfTheWholeSetFillsEveryField(t *testing.T) {
	subject := teacher.Record{}.Subject()
	var records []teacher.Record
	for _, d := range dossiers(50) {
		var r teacher.Record
		fillAll(&d, &r)
		records = append(records, r)
	}
	for _, f := range subject.Fields() {
		known := 0
		for i := range records {
			if f.Code(&records[i]).Known() {
				known++
			}
		}
		if known < 40 {
			t.Errorf("%s is known of %d records of 50", f.Key(), known)
		}
	}
}
