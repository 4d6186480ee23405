package main

import (
	"math/big"
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/resources"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/plan/evaluation"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/balance"
	"github.com/eduplan/tonghua/rules/verdict"
)

// county is what the evaluation says of one.
type county struct {
	name        string
	recognition balance.Recognition
	stages      []stage
	leftOut     []leftOut
	unfit       []unfit
}

// stage is the form of a county's primary or junior secondary schools.
type stage struct {
	is          indicators.Stage
	lines       []line
	pupils      uint64
	resources   verdict.Result    // whether each school does what is required of it
	differences [7]verdict.Result // the coefficients of difference, in the order of the indicators
	means       [7]balance.Indicator
	enough      quantity.Amount // how many indicators must reach what is required
}

// line is a school, or a part of one.
type line struct {
	name    bilingual.Text
	part    bool // of a school of several stages
	school  *school
	record  resources.Record // filled
	pupils  uint64
	relaxed []bilingual.Text
	exam    balance.Examination
	reached int
	unknown int // indicators of which nobody knows
}

// leftOut is a school that is not assessed, or of which nobody knows it.
type leftOut struct {
	school *school
	why    bilingual.Text
}

// unfit are the schools that fail a rule which is no indicator of resources, such as size.
type unfit struct {
	rule  plan.ID
	name  bilingual.Text
	names []string
}

// ofStage are the statements on a stage, in the order of the indicators.
var ofStage = map[indicators.Stage]struct {
	resources   plan.ID
	differences [7]plan.ID
}{
	indicators.Primary: {evaluation.PrimaryResources, [7]plan.ID{evaluation.PrimaryQualifiedDifference, evaluation.PrimaryBackboneDifference,
		evaluation.PrimaryPeArtDifference, evaluation.PrimaryTeachingAreaDifference, evaluation.PrimarySportsAreaDifference,
		evaluation.PrimaryEquipmentDifference, evaluation.PrimaryMultimediaDifference}},
	indicators.JuniorHigh: {evaluation.JuniorResources, [7]plan.ID{evaluation.JuniorQualifiedDifference, evaluation.JuniorBackboneDifference,
		evaluation.JuniorPeArtDifference, evaluation.JuniorTeachingAreaDifference, evaluation.JuniorSportsAreaDifference,
		evaluation.JuniorEquipmentDifference, evaluation.JuniorMultimediaDifference}},
}

// judge judges the schools of each county by themselves, in the order of the file.
func judge(asOf quantity.Date, schools []school) ([]county, error) {
	panel, err := rules.NewPanel(func(s *school, r *resources.Record) {
		*r = s.record
		balance.Fill(r)
	}, balance.Schools()...)
	if err != nil {
		return nil, err
	}
	groups, err := rules.EvaluateBy(panel, asOf, schools, func(s *school) place { return s.place })
	if err != nil {
		return nil, err
	}
	shares, err := rules.Split(groups, func(p place) string { return p.County }, plan.County)
	if err != nil {
		return nil, err
	}
	var list []county
	for name, share := range shares.All() {
		c := county{name: name}
		results := share.Total()
		if c.recognition, err = balance.Recognise(results); err != nil {
			return nil, err
		}
		c.look(asOf, schools, results)
		list = append(list, c)
	}
	return list, nil
}

// look fills the forms of a county with its schools.
func (c *county) look(asOf quantity.Date, schools []school, results verdict.Results) {
	stages := map[indicators.Stage]*stage{}
	for _, is := range []indicators.Stage{indicators.Primary, indicators.JuniorHigh} {
		stages[is] = newStage(is, results)
	}
	for i := range schools {
		s := &schools[i]
		if s.County != c.name {
			continue
		}
		r := s.record
		balance.Fill(&r)
		exams := balance.Examine(&r)
		for _, exam := range exams {
			stages[exam.Stage].add(asOf, s, &r, exam)
		}
		if why, is := whyLeftOut(&r, exams); is {
			c.leftOut = append(c.leftOut, leftOut{s, why})
		}
		c.unfitFor(asOf, s, &r)
	}
	for _, is := range []indicators.Stage{indicators.Primary, indicators.JuniorHigh} {
		if s := stages[is]; len(s.lines) > 0 {
			s.average()
			c.stages = append(c.stages, *s)
		}
	}
}

// newStage takes the results on a stage out of those of a county.
func newStage(is indicators.Stage, results verdict.Results) *stage {
	s := &stage{is: is}
	s.resources, _ = results.Of(ofStage[is].resources)
	for i, id := range ofStage[is].differences {
		s.differences[i], _ = results.Of(id)
	}
	s.enough = figure(ofStage[is].resources, "reached")
	return s
}

// figure is one of the document as it was issued.
func figure(id plan.ID, key string) quantity.Amount {
	if of, ok := evaluation.Measures().Statement(id); ok {
		p, _ := of.Parameter(key)
		return p.Amount
	}
	return quantity.Amount{}
}

func (s *stage) add(asOf quantity.Date, of *school, r *resources.Record, exam balance.Examination) {
	l := line{name: bilingual.Text{ZH: bilingual.Plain(of.School), EN: bilingual.Plain(of.School)}, school: of, record: *r, exam: exam, relaxed: relaxations(asOf, s.is, r)}
	pupils := r.PrimaryPupils
	if s.is == indicators.JuniorHigh {
		pupils = r.JuniorPupils
	}
	l.pupils = pupils.Code().Steps()
	switch r.Kind {
	case indicators.NineYearSchool, indicators.TwelveYearSchool, indicators.CompleteSecondarySchool:
		l.part = true
		l.name.ZH += "（" + s.is.In(bilingual.Chinese) + "部）"
		l.name.EN += " (" + s.is.In(bilingual.English) + " part)"
	}
	for _, one := range exam.Indicators {
		switch one.Reaches {
		case indicators.True:
			l.reached++
		case indicators.Unknown:
			l.unknown++
		}
	}
	s.lines, s.pupils = append(s.lines, l), s.pupils+l.pupils
}

// average works out what there is for each pupil of all the schools, which is the mean that
// coefficients compare with. There is none where a school lacks the figure.
func (s *stage) average() {
	for i := range s.means {
		one := s.lines[0].exam.Indicators[i]
		sum := new(big.Rat)
		for _, l := range s.lines {
			if l.exam.Indicators[i].Has == nil {
				sum = nil
				break
			}
			sum.Add(sum, new(big.Rat).Mul(l.exam.Indicators[i].Has, ratOf(l.pupils)))
		}
		if one.Has = sum; sum != nil {
			one.Has = sum.Quo(sum, ratOf(s.pupils))
		}
		s.means[i] = one
	}
}

func ratOf(n uint64) *big.Rat { return new(big.Rat).SetInt(new(big.Int).SetUint64(n)) }

// whyLeftOut says of a school without an examination why it has none, and of one of several
// stages which stage nobody can examine.
func whyLeftOut(r *resources.Record, exams []balance.Examination) (why bilingual.Text, is bool) {
	var stages []indicators.Stage // that a school of its kind has and of which nobody knows the pupils
	takes := func(stage indicators.Stage, kinds ...indicators.SchoolKind) {
		n := r.PrimaryPupils
		if stage == indicators.JuniorHigh {
			n = r.JuniorPupils
		}
		if slices.Contains(kinds, r.Kind) && !n.Known() {
			stages = append(stages, stage)
		}
	}
	takes(indicators.Primary, indicators.PrimarySchool, indicators.TeachingPoint, indicators.NineYearSchool, indicators.TwelveYearSchool)
	takes(indicators.JuniorHigh, indicators.JuniorHighSchool, indicators.CompleteSecondarySchool, indicators.NineYearSchool, indicators.TwelveYearSchool)
	switch {
	case len(stages) > 0:
		return bilingual.Both(func(l bilingual.Language) string {
			text := ""
			for i, s := range stages {
				text += map[bool]string{true: l.Pick("、", ", ")}[i > 0] + s.In(l)
			}
			return l.Pick("缺少在校生数，不能判断："+text, "pupils are not known, so that nobody can say: "+text)
		}), true
	case len(exams) > 0:
		return why, false
	case r.Kind == 0 || uint8(r.Kind) == indicators.InvalidWord:
		return bilingual.Text{ZH: "缺少办学类型，不能判断是否纳入评估范围", EN: "the kind of school is not known: nobody can say whether it is assessed"}, true
	case r.Kind == indicators.TeachingPoint:
		least := figure(evaluation.PrimaryResources, "teaching-point-pupils")
		return bilingual.Both(func(l bilingual.Language) string {
			return l.Pick("学生不足"+least.Number()+"人的教学点，不纳入评估范围", "a teaching point below "+least.In(l)+" is not assessed")
		}), true
	}
	return bilingual.Both(func(l bilingual.Language) string {
		return l.Pick(r.Kind.In(l)+"，不纳入评估范围", r.Kind.In(l)+", not assessed, or without pupils of the stages that are")
	}), true
}

// unfitFor notes the school under the rules on rooms and size that it fails.
func (c *county) unfitFor(asOf quantity.Date, s *school, r *resources.Record) {
	for _, rule := range []rules.Duty[resources.Record]{balance.MusicArtRooms, balance.SchoolSize} {
		if rule.Check(asOf, *r).Outcome != verdict.NotMet {
			continue
		}
		at := slices.IndexFunc(c.unfit, func(u unfit) bool { return u.rule == rule.ID() })
		if at < 0 {
			c.unfit = append(c.unfit, unfit{rule: rule.ID(), name: rule.Statement().Name})
			at = len(c.unfit) - 1
		}
		c.unfit[at].names = append(c.unfit[at].names, bilingual.Plain(s.School))
	}
}
