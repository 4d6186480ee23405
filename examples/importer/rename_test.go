package importer_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/examples/importer"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/pupil"
)

func TestAFieldIsNamedByItsKeyOrByEitherName(t *testing.T) {
	for _, means := range []string{"education", "学历", "level of education"} {
		o := usual()
		o.Rename = map[string]string{"层次": means}
		assert.Equal(t, []string{"2 T1 bachelor 1"}, imports(t, o, written(t, "教师.csv", "工号,层次,培训学时\nT1,本科,1\n")).rows, means)
	}
}

func TestADayThatIsNamedAsAYearIsReadForIt(t *testing.T) {
	for text, year := range map[string]string{"2015-09-01": "2015", "2015年9月": "2015", "2015": "2015", "": "", "去年": "invalid: unreadable"} {
		o := usual()
		o.Rename = map[string]string{"参加工作时间": "入职年份"}
		in, err := importer.Open(o, written(t, "教师.csv", "工号,参加工作时间\nT1,"+text+"\n"))
		require.NoError(t, err)
		for row, err := range in.Rows() {
			require.NoError(t, err)
			assert.Equal(t, year, row.Record.AppointedYear.String(), text)
		}
		require.NoError(t, in.Close())
	}
}

func TestWhatIsNamedAndNotThereIsAnError(t *testing.T) {
	path := written(t, "教师.csv", "工号,学历\nT1,本科\n")
	o := usual()
	o.Rename = map[string]string{"文化程度": "education"}
	_, err := importer.Open(o, path)
	assert.Equal(t, "没有列“文化程度”；有：学历、工号", importer.Explain(err, bilingual.Chinese))
	o = usual()
	o.Sheets = []string{"一中"}
	_, err = importer.Open(o, path)
	assert.Contains(t, importer.Explain(err, bilingual.English), `no sheet "一中"`)
}

func TestAColumnThatIsNearlyKnownIsNamedWithItsField(t *testing.T) {
	in, err := importer.Open(importer.Usual[pupil.Record](asOf), written(t, "学籍表.csv", "学籍号,就读学段,享受资助情况,掌握运动技能数量,座位号\nS1,小学,是,2,3\n"))
	require.NoError(t, err)
	defer in.Close()
	assert.Contains(t, in.Understood(bilingual.Chinese), "不认识的列：享受资助情况（可能是“享受资助”，可用“享受资助情况=享受资助”指明）、掌握运动技能数量（可能是“掌握的运动技能”，可用“掌握运动技能数量=掌握的运动技能”指明）、座位号\n")
	assert.Contains(t, in.Understood(bilingual.English), "座位号\n")
}
