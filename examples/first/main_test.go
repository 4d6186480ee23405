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
	// 高中硕士以上学历教师占比：达到；1/2=50.00%；要求不低于12%（三（十）第3段；指标文中明示；2025年12月31日前，文中明示）；数据截至2025年12月31日，记录2条，适用2条；另一理解（仅专任教师，以毕业学历为准）：无法判定（数据缺失），0.00%至100.00%
	// 教师五年培训学时：尚未达到；1/2=50.00%；要求每项不低于360学时，总体不低于100%（三（十）第3段；指标按惯例；2025年12月31日前，系推定）；还差1名教师；数据截至2025年12月31日，记录2条，适用2条
	//  <nil>
}
