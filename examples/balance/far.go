package main

import (
	"slices"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules/verdict"
)

// coefficientAndLimit is a coefficient with the limit that it has to keep.
func coefficientAndLimit(r *verdict.Result, l bilingual.Language) string {
	return coefficientOf(r) + l.Pick("，上限", ", at most ") + twoPlaces(r.Threshold.Amount)
}

func (s *stage) farTitle(i int, l bilingual.Language) string {
	return fullNames[i].In(l) + l.Pick("：差异系数", ": coefficient ") + coefficientAndLimit(&s.differences[i], l) +
		l.Pick("。对差异系数影响较大的学校（高于均值的不属于问题）", ". The schools that weigh most in it (those above the mean are no problem)")
}

// farNamed is how many schools on each side of the mean are named that weigh most in a coefficient.
const farNamed = 3

// far says which schools weigh most in a coefficient that exceeds its limit, those below the
// mean first, and what each of them would need.
func (s *stage) far(i int, l bilingual.Language) (lines []string) {
	if s.differences[i].Outcome != verdict.NotMet {
		return nil
	}
	units := s.differences[i].Difference.Furthest
	for _, above := range []bool{false, true} {
		named := 0
		for k := range units {
			if units[k].Above == above && named < farNamed {
				named++
				lines = append(lines, s.farUnit(i, &units[k], l))
			}
		}
	}
	return lines
}

func (s *stage) farUnit(i int, u *verdict.FarUnit, l bilingual.Language) string {
	heads := u.Per.In(l)
	at := slices.IndexFunc(s.lines, func(one line) bool { return one.school.School == u.Name })
	if at >= 0 && !s.lines[at].part {
		heads = count(s.lines[at].pupils, quantity.Pupil, l) // all weigh alike, so that nobody needs the weights
	}
	text := bilingual.Plain(u.Name) + l.Pick("：", ": ") + u.Of.In(l) + l.Pick("，", ", ") + heads + l.Pick("，占差异的", ", weighs ") + u.Weighs
	switch {
	case u.Above:
		return text + l.Pick("；高于均值，不需增加", "; above the mean: it needs nothing more")
	case u.Needs.IsZero():
		return text + l.Pick("；低于均值，但只增加这一所还不够", "; below the mean, but more for it alone is not enough")
	}
	text += l.Pick("；低于均值，其他学校不变，再增加"+u.Needs.In(l)+"，系数即可达标", "; below the mean: with "+u.Needs.In(l)+" more the limit is kept, all others unchanged")
	if at >= 0 {
		text += s.together(i, &s.lines[at], u.Needs, l)
	}
	return text
}

// together says what a school must be given so that both the school is mended and the
// coefficient keeps its limit. More than the coefficient needs can make it exceed the limit
// again, on the other side of the mean.
func (s *stage) together(i int, one *line, needs quantity.Total, l bilingual.Language) string {
	var near, reach quantity.Total
	inWay := [2]bool{}
	for way := range one.exam.Mends() {
		for _, need := range way {
			switch {
			case need.Indicator.Key != one.exam.Indicators[i].Key:
			case need.ToNear:
				near, inWay[0] = need.Amount, true
			default:
				reach, inWay[1] = need.Amount, true
			}
		}
	}
	both := func(mend quantity.Total) string {
		if mend.Compare(needs) > 0 && !s.keepsWith(i, one, mend) {
			return l.Pick("按整改建议增加"+mend.In(l)+"后系数仍不达标", "with the "+mend.In(l)+" that would mend the school, the coefficient is above its limit still")
		}
		if mend.Compare(needs) < 0 {
			mend = needs
		}
		return l.Pick("与整改建议两项同时满足需增加", "for this and to mend the school: ") + mend.In(l) + l.Pick("", " more")
	}
	between := l.Pick("；", "; ")
	switch {
	case inWay[0] && inWay[1] && both(near) != both(reach):
		return between + both(near) + l.Pick("（该指标达到"+nearShare.In(l)+"的方案）", " (where it comes near)") + between + both(reach) + l.Pick("（该指标达到要求的方案）", " (where it is reached)")
	case inWay[0]:
		return between + both(near)
	case inWay[1]:
		return between + both(reach)
	}
	return ""
}
