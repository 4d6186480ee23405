package main

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTheReadmeShowsThisProgram(t *testing.T) {
	program, err := os.ReadFile("main.go")
	require.NoError(t, err)
	readme, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	assert.Contains(t, string(readme), "```go\n"+string(program)+"```", "README.md and examples/first/main.go differ")
	assert.LessOrEqual(t, strings.Count(string(program), "\n"), 25)
}

func Example() {
	main()
	// Output:
	// 高中硕士以上学历教师占比：达到；1/2=50.00%；要求：高中教师中具有硕士研究生以上学历的达到12%以上（三（十）第3段；12%：文中明示；2025年12月31日前，文中明示）；数据截至2025年12月31日，记录2条，适用2条；2条中至少有1条与实际相反，结论才会改变；另一理解（仅专任教师，以毕业学历为准）：无法判定（数据缺失），至多还需1名教师达标；另一理解（仅有硕士学位的也计入）：达到，50.00%至100.00%
	// 教师五年培训学时：尚未达到；1/2=50.00%；要求：每名教师每个培训周期（5年）培训不少于360学时（三（十）第3段；360学时：文中明示；100%：按惯例；2025年12月31日前，系推定）；有1名教师的培训学时未达标；数据截至2025年12月31日，记录2条，适用2条；2条中至少有1条与实际相反，结论才会改变；另一理解（全体教师人均达到）：未计算，学时逐人核对，没有计算人均数，须汇总全体教师的学时和人数；另一理解（按各人自己的五年周期计算）：未计算，有入职年份，没有上次结业日期，学时也没有按各人的周期分列，无法核对
	//  <nil>
}
