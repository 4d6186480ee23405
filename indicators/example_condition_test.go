package indicators_test

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/countyyear"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// show prints a condition in both languages.
func show[R any](c indicators.Condition[R]) {
	fmt.Println(c.Text(bilingual.Chinese))
	fmt.Println(c.Text(bilingual.English))
}

func ExampleCondition() {
	c := indicators.And(
		teacher.Stage.Is(indicators.SeniorHigh),
		teacher.Education.AtLeast(indicators.Master))
	show(c)
	for _, f := range c.Reads() {
		fmt.Println(f.Key())
	}
	// Output:
	// 任教学段为普通高中且学历为硕士研究生或博士研究生
	// stage taught: senior high and level of education: master or doctor
	// stage
	// education
}

func ExampleCategory_Is() {
	show(teacher.FullTime.Is(indicators.Yes))
	// Output:
	// 专任教师为是
	// full-time teacher: yes
}

func ExampleCategory_In() {
	show(teacher.Stage.In(indicators.Vocational, indicators.VocationalCollege))
	// Output:
	// 任教学段为中等职业教育或高等职业教育
	// stage taught: secondary vocational or vocational college
}

func ExampleCategory_AtLeast() {
	show(teacher.Backbone.AtLeast(indicators.CityTier))
	// Output:
	// 骨干教师级别为市级或省级或国家级
	// backbone tier: city level or provincial level or national level
}

func ExampleNumber_AtLeast() {
	// The figure is the threshold on one record: it stands in the plan alone.
	show(teacher.TrainingHours.AtLeast(indicators.Each))
	// Output:
	// 本周期培训学时不低于每条记录的标准
	// training hours in the cycle at least threshold on each record
}

func ExampleNumber_AtMost() {
	show(pupil.SportsSkills.AtMost(indicators.Stated("upper")))
	// Output:
	// 掌握的运动技能不高于数值upper
	// sports skills mastered at most figure upper
}

func ExampleNumber_MoreThan() {
	show(teacher.TrainingHours.MoreThan(indicators.Literal(quantity.MustAmount(72, 1, quantity.Hour))))
	// Output:
	// 本周期培训学时超过72学时
	// training hours in the cycle more than 72 hours
}

func ExampleNumber_LessThan() {
	show(teacher.TrainingHours.LessThan(indicators.Parameter("minimum")))
	// Output:
	// 本周期培训学时低于参数minimum
	// training hours in the cycle less than parameter minimum
}

func ExampleNumber_Is() {
	show(countyyear.Year.Is(indicators.AsOfYear))
	// Output:
	// 年度等于数据截止日期所在年度
	// year equal to year of the as-of date
}

func ExampleNumber_AtLeastShareOf() {
	half := indicators.Literal(quantity.MustAmount(1, 2, quantity.Percent))
	show(teacher.PracticeHours.AtLeastShareOf(teacher.DigitalHours, half))
	// Output:
	// 信息技术实践应用学时不低于信息技术培训学时的50%
	// applied practice hours at least 50 % of digital-skills training hours
}

func ExampleNumber_MoreThanShareOf() {
	same := indicators.Literal(quantity.MustAmount(1, 1, quantity.Percent))
	show(countyyear.RuralPrimaryQuota.MoreThanShareOf(countyyear.TownPrimaryQuota, same))
	// Output:
	// 农村小学公用经费基准定额超过城镇小学公用经费基准定额的100%
	// base quota of rural primary schools more than 100 % of base quota of town primary schools
}

func ExampleNumber_EqualsShareOf() {
	twice := indicators.Literal(quantity.MustAmount(2, 1, quantity.Multiple))
	show(countyyear.EthnicPrimaryFunds.EqualsShareOf(countyyear.OrdinaryPrimaryFunds, twice))
	// Output:
	// 民族小学生均公用经费等于普通小学生均公用经费的2倍
	// public funds per pupil of ethnic primary schools equal to 2 times public funds per pupil of ordinary primary schools
}

func ExampleNumber_Per() {
	same := indicators.Literal(quantity.MustAmount(1, 1, quantity.Percent))
	show(countyyear.TeacherPay.Per(countyyear.Pupils).AtLeastShareOf(countyyear.CivilServantPay.Per(countyyear.Pupils), same))
	// Output:
	// 义务教育教师平均工资÷在校学生数不低于当地公务员平均工资÷在校学生数的100%
	// average pay of compulsory-stage teachers per pupils enrolled at least 100 % of average pay of local civil servants per pupils enrolled
}

func ExampleAnd() {
	show(indicators.And(pupil.FinalGrade.Is(indicators.Yes), pupil.Fitness.Is(indicators.FitnessFailed)))
	// Output:
	// 毕业年级为是且体质健康等级为不及格
	// in the final grade: yes and fitness grade: fail
}

func ExampleOr() {
	show(indicators.Or(pupil.PEExempt.Is(indicators.Yes), pupil.Fitness.AtLeast(indicators.FitnessGood)))
	// Output:
	// 体育免修为是或体质健康等级为良好或优秀
	// exempt from physical education: yes or fitness grade: good or excellent
}

func ExampleNot() {
	show(indicators.Not(pupil.Certificate.Is(indicators.Yes)))
	// Output:
	// 非（已发毕业证书为是）
	// not (graduation certificate issued: yes)
}

func ExampleField_Recorded() {
	show(pupil.Fitness.Recorded())
	// Output:
	// 体质健康等级有记录
	// fitness grade recorded
}

// An own function says what data cannot: it declares what it reads, and is
// asked about records alone in which all of that is known.
func ExampleHolds() {
	show(indicators.Holds(indicators.Function[pupil.Record]{
		Name:    bilingual.Text{ZH: "至少掌握一项技能", EN: "at least one skill of either kind"},
		Version: "1",
		Reads:   []*indicators.Field[pupil.Record]{pupil.SportsSkills.Field, pupil.ArtSkills.Field},
		Holds: func(p *pupil.Record) bool {
			return p.SportsSkills.Code().Steps()+p.ArtSkills.Code().Steps() >= 1
		},
	}))
	// Output:
	// 至少掌握一项技能
	// at least one skill of either kind
}

// Resolving puts amounts in the place of names. The rules do it when they are
// bound to a statement; here the statement is a map.
func ExampleCondition_Resolve() {
	c := teacher.TrainingHours.AtLeast(indicators.Each)
	bound, err := c.Resolve(stated{"each": quantity.MustAmount(360, 1, quantity.Hour)})
	fmt.Println(bound.Text(bilingual.English), err)
	_, err = c.Resolve(stated{"each": quantity.MustAmount(5, 1, quantity.Year)})
	fmt.Println(err)
	// Output:
	// training hours in the cycle at least 360 hours <nil>
	// indicators: field training_hours is measured in hour, its figure in year
}

func ExampleField_Parse() {
	var r teacher.Record
	fmt.Println(teacher.TrainingHours.Parse(&r, "72.5"))
	fmt.Println(teacher.TrainingHours.Parse(&r, "seventy"))
	fmt.Println(teacher.TrainingHours.Text(&r, bilingual.English))
	// Output:
	// <nil>
	// field training_hours: quantity: reading "seventy": unreadable
	// 72.5 hours
}

func ExampleCondition_Canonical() {
	c, _ := teacher.TrainingHours.AtLeast(indicators.Literal(quantity.MustAmount(360, 1, quantity.Hour))).Resolve(nil)
	fmt.Println(c.Canonical())
	// Output: atleast("training_hours" hour,360/1 hour)
}
