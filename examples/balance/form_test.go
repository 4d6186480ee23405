package main

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules/verdict"
)

// formOf judges a file that is given by its lines.
func formOf(t *testing.T, l bilingual.Language, lines ...string) form {
	t.Helper()
	list, err := read(strings.NewReader(strings.Join(lines, "\n")))
	require.NoError(t, err)
	f := form{settings: settings{asOf: quantity.DateOf(2024, 12, 31), language: l, schools: "schools.csv"}, notes: list.notes}
	f.counties, err = judge(f.asOf, list.schools)
	require.NoError(t, err)
	return f
}

func sampleForm(t *testing.T) form { return formOf(t, bilingual.Chinese, string(sample)) }

// lineOf is a school of a form in a stage.
func (f *form) lineOf(t *testing.T, name string, is indicators.Stage) *line {
	t.Helper()
	for _, c := range f.counties {
		for _, s := range c.stages {
			for i := range s.lines {
				if s.is == is && s.lines[i].school.School == name {
					return &s.lines[i]
				}
			}
		}
	}
	t.Fatalf("no line of %s, %s", name, is)
	return nil
}

// printed is what a writer of forms writes.
func printed(t *testing.T, write func(io.Writer, form) error, f form) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, write(&out, f))
	return out.String()
}

func TestWhatThereIsForEachPupil(t *testing.T) {
	f := sampleForm(t)
	for _, c := range []struct {
		name, school string
		stage        indicators.Stage
		indicator    int
		want         string
	}{
		// 166 primary pupils weigh 166 and 210 junior ones 210 × 1.1 = 231, together 397. The primary
		// part has 166/397 of the rooms for 166 pupils, the junior part 231/397 for 210.
		{"the primary part of a nine-year school has 2310/397 m²", "石门乡九年一贯制学校", indicators.Primary, 3, "5.818"},
		{"its junior part has 2310 × 1.1/397 m²", "石门乡九年一贯制学校", indicators.JuniorHigh, 3, "6.400"},
		{"equipment is shared out in the same way: 1020000/397 yuan", "石门乡九年一贯制学校", indicators.Primary, 5, "2569.26"},
		{"and 1020000 × 1.1/397 yuan", "石门乡九年一贯制学校", indicators.JuniorHigh, 5, "2826.19"},
		{"classrooms are counted for each hundred: 10 × 100/397", "石门乡九年一贯制学校", indicators.Primary, 6, "2.518"},
		{"teachers are not shared out: 13 for 210 pupils", "石门乡九年一贯制学校", indicators.JuniorHigh, 0, "6.190"},
		// 900 × 1.1 + 1500 × 1.32 = 990 + 1980 = 2970
		{"a complete secondary school shares with its senior stage: 19100 × 1.1/2970 m²", "云溪区第一中学", indicators.JuniorHigh, 3, "7.074"},
		// 600 + 450 × 1.1 + 360 × 1.32 = 600 + 495 + 475.2 = 1570.2
		{"a twelve-year school shares with two stages: 8360/1570.2 m²", "云溪区育英学校", indicators.Primary, 3, "5.324"},
		{"a small rural school counts a teacher who visits: 1 for 66", "杨树村小学", indicators.Primary, 2, "1.515"},
		{"a larger rural school does not: 1 for 210", "石门乡中心小学", indicators.Primary, 2, "0.476"},
		{"a dense inner-city school counts grounds close by: (12980 + 1450)/1850 m²", "云溪区第一小学", indicators.Primary, 4, "7.800"},
		{"what nobody knows is printed as nothing", "松岭县第二小学", indicators.Primary, 1, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, f.lineOf(t, c.school, c.stage).exam.Indicators[c.indicator].Printed())
		})
	}
}

// header has what a primary school is judged by.
const header = "县（市、区）,学校,办学类型,城乡类型,中心城区用地紧张,小学在校生,小学高于规定学历教师,小学县级以上骨干教师,小学体育、艺术专任教师,教学及辅助用房面积,体育运动场馆面积,教学仪器设备值,网络多媒体教室"

func TestHowASchoolStands(t *testing.T) {
	// of 100 pupils 4.2 teachers, 1 and 0.9 are required, 450 m², 750 m², 200,000 yuan, 2.3 classrooms
	for _, c := range []struct {
		name, amounts string
		marks         string // of the seven
		verdict       mark
		ways          []string
	}{
		{"a school that reaches all seven is as required", "5,1,1,450,750,200000,3", "+++++++", verdictMark(indicators.True), nil},
		{"one that is near, 382.5 of 450 m², is as required", "5,1,1,382.50,750,200000,3", "+++~+++", verdictMark(indicators.True), nil},
		{"a hundredth of a square metre less is not near", "5,1,1,382.49,750,200000,3", "+++!+++", verdictMark(indicators.False), []string{"教学及辅助用房增加0.01平方米（达到85%）。"}},
		{"of two that are near one must reach", "5,1,1,400,750,190000,3", "+++~+~+", verdictMark(indicators.False),
			[]string{"方案1：教学仪器设备增加10000元。", "方案2：教学及辅助用房增加50平方米。"}},
		{"of four that are near three must reach, which are four ways", "5,1,1,400,700,190000,2", "+++~~~~", verdictMark(indicators.False),
			[]string{"方案1：体育运动场馆增加50平方米，教学仪器设备增加10000元，网络多媒体教室增加1间。", "方案2：教学及辅助用房增加50平方米，教学仪器设备增加10000元，网络多媒体教室增加1间。",
				"方案3：教学及辅助用房增加50平方米，体育运动场馆增加50平方米，网络多媒体教室增加1间。", "另有1种方案，先后不分优劣。"}},
		{"one figure that is missing may be the one that need not be reached, but not whether it is near", "5,,1,450,750,200000,3", "+?+++++", unknownMark,
			[]string{"缺少1项指标的数据，补齐后才能给出整改建议。"}},
		{"two that are missed decide, whatever is missing", "5,,1,100,100,200000,3", "+?+!!++", verdictMark(indicators.False),
			[]string{"缺少1项指标的数据，补齐后才能给出整改建议。"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := formOf(t, bilingual.Chinese, header, "甲县,一小,小学,镇区,否,100,"+c.amounts)
			one := f.lineOf(t, "一小", indicators.Primary)
			marks := ""
			for i := range one.exam.Indicators {
				marks += markOf(&one.exam.Indicators[i]).sign
			}
			assert.Equal(t, c.marks, marks)
			assert.Equal(t, c.verdict, verdictMark(one.exam.Meets))
			if c.ways != nil {
				assert.Equal(t, c.ways, one.waysText(mostWays, bilingual.Chinese))
			}
		})
	}
}

// Two schools of 100 pupils with 6 and 1 teachers have 6 and 1 for each hundred, the mean is
// 3.5 and each is 2.5 off: 2.5/3.5 = 0.714286, raised 0.7143. With 2 it is 2/4 = 0.5. With 100
// and 900 m² the mean is 5 and each is 4 off: 0.8; with 300 m² it is 3/6 = 0.5.
func TestTheCoefficientsOfTwoSchools(t *testing.T) {
	f := formOf(t, bilingual.Chinese, header, "甲县,一小,小学,镇区,否,100,6,1,1,100,800,200000,3", "甲县,二小,小学,镇区,否,100,1,1,1,900,800,200000,3")
	s := f.counties[0].stages[0]
	for _, c := range []struct {
		name                    string
		indicator               int
		mean, coefficient, word string
		far                     []string
	}{
		// one more would do for the coefficient; 85 % of 4.2 is 3.57, so that the school itself lacks three
		{"teachers differ too much, and one more would do", 0, "3.500", "0.7143", "不达标", []string{
			"二小：1名教师，100名学生，占差异的50.00%；低于均值，其他学校不变，再增加1名教师，系数即可达标；与整改建议两项同时满足需增加3名教师", "一小：6名教师，100名学生，占差异的50.00%；高于均值，不需增加"}},
		// 85 % of 4.5 is 3.825, so that the school itself lacks 382.5 - 100 = 282.5 m²
		{"rooms differ too much, and 200 m² more would do", 3, "5.000", "0.8000", "不达标", []string{
			"一小：100平方米，100名学生，占差异的50.00%；低于均值，其他学校不变，再增加200平方米，系数即可达标；与整改建议两项同时满足需增加282.5平方米", "二小：900平方米，100名学生，占差异的50.00%；高于均值，不需增加"}},
		{"what is alike does not differ", 4, "8.000", "0.0000", "达标", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := &s.differences[c.indicator]
			assert.Equal(t, c.mean, s.means[c.indicator].Printed())
			assert.Equal(t, c.coefficient, coefficientOf(d))
			assert.Equal(t, c.word, differenceWord(d, bilingual.Chinese))
			far := s.far(c.indicator, bilingual.Chinese)
			assert.Equal(t, c.far, far)
		})
	}
}

func TestACountyIsPutTogether(t *testing.T) {
	// items 3 and 4 of the guarantees are in the form; items 5, 8, 14 and 15 are two statements each
	const open = "尚未评估的31项（班级学生数、县级数据和佐证材料）　申报条件3项，政府保障程度17项，教育质量9项，社会认可度2项"
	f := sampleForm(t)
	require.Len(t, f.counties, 3)
	for i, want := range []struct {
		county  string
		outcome verdict.Outcome
		says    []string
	}{
		{"云溪区", verdict.NotMet, []string{"本表有5项不达标，不符合认定条件（以督导核查结果为准）", "资源配置第2项　小学每百名学生拥有县级以上骨干教师数差异系数：0.6119，上限0.50",
			"不达标　政府保障程度第3项　", "（云溪区朝阳小学、云溪区第三中学）", "不达标　政府保障程度第4项　", "（云溪区实验小学）"}},
		{"松岭县", verdict.NotMet, []string{"本表有3项不达标", "有3至4所小学（部）", "不能判断的1项　资源配置第2项　"}},
		{"白石县", verdict.Undetermined, []string{"本表所列指标均已达标；其余31项尚未评估，不作认定结论"}},
	} {
		t.Run(want.county, func(t *testing.T) {
			c := f.counties[i]
			said := strings.Join(c.verdict(bilingual.Chinese), "\n")
			assert.Equal(t, want.county, c.name)
			assert.Equal(t, want.outcome, c.recognition.Outcome)
			for _, part := range append(want.says, open) {
				assert.Contains(t, said, part)
			}
		})
	}
}

func TestASchoolThatIsInNoTableIsNamedWithTheReason(t *testing.T) {
	for _, c := range []struct{ name, row, want string }{
		{"a teaching point below fifty pupils", "甲县,点,教学点,乡村,否,49", "学生不足50人的教学点，不纳入评估范围"},
		{"a special school", "甲县,特校,特殊教育学校,城区,否,60", "特殊教育学校，不纳入评估范围"},
		{"a school of an unknown kind", "甲县,校,,城区,否,60", "缺少办学类型，不能判断是否纳入评估范围"},
		{"a primary school whose pupils are not known", "甲县,一小,小学,城区,否,", "缺少在校生数，不能判断：小学"},
		{"a primary school whose pupils cannot be read", "甲县,一小,小学,城区,否,很多", "缺少在校生数，不能判断：小学"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := formOf(t, bilingual.Chinese, header, c.row)
			require.Len(t, f.counties[0].leftOut, 1)
			assert.Equal(t, c.want, f.counties[0].leftOut[0].why.ZH)
			assert.Contains(t, printed(t, writeText, f), c.want)
			assert.Contains(t, printed(t, writeSheet, f), c.want)
			assert.Contains(t, printed(t, writePage, f), c.want)
		})
	}
	f := formOf(t, bilingual.Chinese, header, "甲县,点,教学点,乡村,否,50,3,1,1,300,400,100000,2")
	assert.Empty(t, f.counties[0].leftOut, "fifty pupils are assessed")
}
