package main

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// juniorHeader has what a junior secondary school is judged by.
const juniorHeader = "县（市、区）,学校,办学类型,城乡类型,中心城区用地紧张,初中在校生,高中在校生,初中高于规定学历教师,初中县级以上骨干教师,初中体育、艺术专任教师,教学及辅助用房面积,体育运动场馆面积,教学仪器设备值,网络多媒体教室"

// 85 % of 0.9 is 0.765; with two decimals 0.764 and 0.768 would both be 0.76.
func TestAValueIsPrintedOnTheSideOfTheLimitOnWhichItLies(t *testing.T) {
	for _, c := range []struct{ name, pupils, teachers, value, mark string }{
		{"48 for 6250 pupils are 0.768, which is near", "6250", "48", "0.768", "~"},
		{"191 for 25000 pupils are 0.764, which is not", "25000", "191", "0.764", "!"},
		{"153 for 20000 pupils are 0.765, which is near", "20000", "153", "0.765", "~"},
		{"7649 for 1000000 are 0.7649, which is cut off", "1000000", "7649", "0.764", "!"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := formOf(t, bilingual.Chinese, header, "甲县,一小,小学,镇区,否,"+c.pupils+",1,1,"+c.teachers+",1,1,1,1")
			in := &f.lineOf(t, "一小", indicators.Primary).exam.Indicators[2]
			assert.Equal(t, c.value, in.Printed())
			assert.Equal(t, c.mark, markOf(in).sign)
		})
	}
}

func TestLimitsAndRequirementsHaveTwoDecimalsAtLeast(t *testing.T) {
	for want, amount := range map[string]quantity.Amount{
		"0.50": quantity.MustAmount(1, 2, quantity.Coefficient), "0.45": quantity.MustAmount(9, 20, quantity.Coefficient),
		"1.00": quantity.MustAmount(1, 1, quantity.Coefficient), "0.765": quantity.MustAmount(153, 200, quantity.Coefficient),
		"2000.00": quantity.MustAmount(2000, 1, quantity.YuanPerPupil),
	} {
		assert.Equal(t, want, twoPlaces(amount))
	}
}

func TestWhatASchoolNeedsForItselfAndForTheCoefficient(t *testing.T) {
	for _, c := range []struct {
		name, heads string
		rows        []string
		is          indicators.Stage
		indicator   int
		want        string // of the school below the mean
	}{
		// 4.2 of 100 pupils are required, of which 3.57 is near: three more or four; one keeps 2/4 = 0.5
		{"ways that differ in the indicator need different amounts", header,
			[]string{"甲县,一小,小学,镇区,否,100,6,1,1,450,750,200000,3", "甲县,二小,小学,镇区,否,100,1,1,1,100,750,200000,3"}, indicators.Primary, 0,
			"再增加1名教师，系数即可达标；与整改建议两项同时满足需增加3名教师（该指标达到85%的方案）；与整改建议两项同时满足需增加4名教师（该指标达到要求的方案）"},
		// 100 and x m²: (100 - x)/(100 + x) is 0.5 at 33.33…, raised 33.34, which are 13.34 more than 20.
		// 382.5 are near; with them the mean is 2.4125 and each is 1.4125 off: 0.5855
		{"what mends a school can carry it too far above the mean", header,
			[]string{"甲县,一小,小学,镇区,否,100,5,1,1,100,750,200000,3", "甲县,二小,小学,镇区,否,100,5,1,1,20,750,200000,3"}, indicators.Primary, 3,
			"再增加13.34平方米，系数即可达标；按整改建议增加362.5平方米后系数仍不达标"},
		// at five of 100 a school that is asked for nothing: 36 and 5 are 20.5 on average, each 15.5 off: 0.756.
		// (36 - x)/(36 + x) is 0.5 at 12, seven more
		{"a school that is as required has nothing to mend", header,
			[]string{"甲县,一小,小学,镇区,否,100,36,1,1,450,750,200000,3", "甲县,二小,小学,镇区,否,100,5,1,1,450,750,200000,3"}, indicators.Primary, 0,
			"二小：5名教师，100名学生，占差异的50.00%；低于均值，其他学校不变，再增加7名教师，系数即可达标"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := formOf(t, bilingual.Chinese, append([]string{c.heads}, c.rows...)...)
			far := f.counties[0].stages[0].far(c.indicator, bilingual.Chinese)
			require.NotEmpty(t, far)
			assert.True(t, strings.HasSuffix(far[0], c.want), far[0])
		})
	}
}

// 100 junior pupils of a school of their own weigh 110, and that changes nothing. In a complete
// secondary school 100 junior and 100 senior pupils weigh 110 + 132 = 242.
func TestHeadsAreWeightedOnlyWhereASchoolHasSeveralStages(t *testing.T) {
	f := formOf(t, bilingual.Chinese, juniorHeader,
		"甲县,一中,初级中学,镇区,否,100,,6,1,1,100,1020,250000,3", "甲县,二中,完全中学,镇区,否,100,100,6,1,1,2000,1020,250000,3")
	s := f.counties[0].stages[0]
	far := s.far(3, bilingual.Chinese)
	require.Len(t, far, 2)
	assert.Contains(t, far[0], "一中：100平方米，100名学生，")
	assert.Contains(t, far[1], "二中：2000平方米，242名折算学生，")
	for name, want := range map[string][2]string{"一中": {"100", "100"}, "二中": {"2000", "242"}} {
		numerator, heads := f.lineOf(t, name, indicators.JuniorHigh).raw(3)
		assert.Equal(t, want, [2]string{numerator, heads})
	}
	_, heads := f.lineOf(t, "二中", indicators.JuniorHigh).raw(0)
	assert.Equal(t, "100", heads, "teachers are not shared out")
}

func TestARelaxationThatWasUsedIsMarkedAndExplained(t *testing.T) {
	const size = ",可放宽规模,小学走教、兼职体育艺术教师,就近租用和屋顶、地下运动场地面积"
	for _, c := range []struct{ name, row, want string }{
		{"grounds close by in a dense inner city", "小学,城区,是,100,5,1,1,450,750,200000,3,否,0,1450", "含就近租用或屋顶、地下运动场地1450平方米（租赁合同和步行距离须核实）"},
		{"none where there is nothing close by", "小学,城区,是,100,5,1,1,450,750,200000,3,否,0,0", ""},
		{"none where it does not count", "小学,城区,否,100,5,1,1,450,750,200000,3,否,0,1450", ""},
		{"a visiting teacher of a small rural school", "小学,乡村,否,99,5,1,0,450,750,200000,3,否,1,0", "含走教、兼职1人"},
		{"none where a rural school has a hundred pupils", "小学,乡村,否,100,5,1,0,450,750,200000,3,否,1,0", ""},
		{"a school above 2000 pupils that may be larger", "小学,城区,否,2001,99,30,20,9500,15500,4200000,50,是,0,0", "规模放宽（建校年份或随迁子女比例须核实）"},
		{"none where it is no larger than others may be", "小学,城区,否,2000,99,30,20,9500,15500,4200000,50,是,0,0", ""},
		{"none where it is larger than it may be", "小学,城区,否,2401,120,40,30,11500,18500,5200000,60,是,0,0", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := formOf(t, bilingual.Chinese, header+size, "甲县,一小,"+c.row)
			assert.Equal(t, c.want, f.lineOf(t, "一小", indicators.Primary).relaxedText(bilingual.Chinese))
			for name, text := range map[string]string{"text": printed(t, writeText, f), "page": printed(t, writePage, f)} {
				assert.Equal(t, c.want != "", strings.Contains(text, "一小"+relaxedSign), name)
				assert.Equal(t, c.want != "", strings.Contains(text, relaxedSign+" 一小："+c.want+"。"), name)
			}
			if c.want != "" {
				assert.Contains(t, printed(t, writeSheet, f), c.want)
			}
		})
	}
}

func TestPartsOfSchoolsAreCountedAndNamed(t *testing.T) {
	f := sampleForm(t)
	for _, c := range []struct {
		county, stage int
		zh, en        string
	}{
		{0, 0, "小学：参评6所（含一贯制学校小学部1所），7100名学生", "Primary: 6 assessed (with parts of all-through schools: 1), 7,100 pupils"},
		{0, 1, "初中：参评4所（含一贯制学校、完全中学初中部2所），3270名学生", "Junior high: 4 assessed (with parts of all-through schools and complete secondary schools: 2), 3,270 pupils"},
		{1, 1, "初中：参评3所（含一贯制学校初中部1所），2210名学生", "Junior high: 3 assessed (with parts of all-through schools: 1), 2,210 pupils"},
	} {
		s := f.counties[c.county].stages[c.stage]
		assert.Equal(t, c.zh, s.title(bilingual.Chinese))
		assert.Equal(t, c.en, s.title(bilingual.English))
	}
	alone := formOf(t, bilingual.Chinese, header, "甲县,一小,小学,镇区,否,100,5,1,1,450,750,200000,3")
	assert.Equal(t, "小学：参评1所，100名学生", alone.counties[0].stages[0].title(bilingual.Chinese))
}

func TestTheOutcomeOfACountyRecognisesNobody(t *testing.T) {
	met := "甲县,一小,小学,镇区,否,100,5,1,1,450,750,200000,3,否,6,1,1"
	const rooms = ",可放宽规模,义务教育阶段班级数,面积达标的音乐专用教室,面积达标的美术专用教室"
	for _, c := range []struct{ name, header, row, zh, en string }{
		{"nothing is missed", header + rooms, met, "本表所列指标均已达标；其余31项尚未评估，不作认定结论",
			"All that this form lists is met; the other requirements (31) must still be checked: there is no verdict on recognition"},
		{"the rooms are not known", header, "甲县,一小,小学,镇区,否,100,5,1,1,450,750,200000,3", "本表没有不达标的指标，1项缺少数据；其余31项尚未评估，不作认定结论",
			"Nothing that this form lists is missed, and data are missing for 1; the other requirements (31) must still be checked: there is no verdict on recognition"},
		{"there is no room for art", header + rooms, strings.TrimSuffix(met, "1") + "0", "本表有1项不达标，不符合认定条件（以督导核查结果为准）",
			"1 requirement in this form is not met: the county does not meet the conditions for recognition; the inspection decides"},
		{"no school is assessed", header + rooms, "甲县,特校,特殊教育学校,镇区,否,100,5,1,1,450,750,200000,3,否,6,1,1", "本表没有可以判定的指标；其余31项尚未评估，不作认定结论",
			"This form has nothing to judge; the other requirements (31) must still be checked: there is no verdict on recognition"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := formOf(t, bilingual.Chinese, c.header, c.row)
			assert.Equal(t, c.zh, f.counties[0].outcome(bilingual.Chinese))
			assert.Equal(t, c.en, f.counties[0].outcome(bilingual.English))
		})
	}
}

// The nine-year school of the sample: 166 primary pupils weigh 166, 210 junior ones 231, together 397.
func TestTheSheetHasTheFiguresThatAnInspectorChecks(t *testing.T) {
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(printed(t, writeSheet, sampleForm(t)), "\ufeff"))).ReadAll()
	require.NoError(t, err)
	cell := func(school, stage, head string) string {
		at := slices.Index(rows[0], head)
		require.GreaterOrEqual(t, at, 0, head)
		for _, row := range rows {
			if row[1] == school && row[3] == stage {
				return row[at]
			}
		}
		t.Fatalf("no row of %s", school)
		return ""
	}
	for _, c := range []struct{ school, stage, head, want string }{
		{"石门乡九年一贯制学校", "小学", "本学段折算学生", "166"},
		{"石门乡九年一贯制学校", "初中", "本学段折算学生", "231"},
		{"石门乡九年一贯制学校", "初中", "全校折算学生", "397"},
		{"石门乡九年一贯制学校", "初中", "生均教学及辅助用房面积（平方米）：分子", "2310"},
		{"石门乡九年一贯制学校", "初中", "生均教学及辅助用房面积（平方米）：分母（人）", "397"},
		{"石门乡九年一贯制学校", "初中", "每百名学生拥有高于规定学历教师数：分子", "13"},
		{"石门乡九年一贯制学校", "初中", "每百名学生拥有高于规定学历教师数：分母（人）", "210"},
		{"杨树村小学", "小学", "每百名学生拥有体育、艺术专任教师数：分子", "1"},
		{"云溪区第一小学", "小学", "生均体育运动场馆面积（平方米）：分子", "14430"},
		{"松岭县第二小学", "小学", "每百名学生拥有县级以上骨干教师数：分子", ""},
	} {
		assert.Equal(t, c.want, cell(c.school, c.stage, c.head), "%s %s %s", c.school, c.stage, c.head)
	}
	for _, way := range []string{"方案1：", "方案4：", "方案6："} {
		assert.Contains(t, cell("云溪区朝阳小学", "小学", "整改建议"), way)
	}
	assert.NotContains(t, cell("云溪区朝阳小学", "小学", "整改建议"), "另有")
}
