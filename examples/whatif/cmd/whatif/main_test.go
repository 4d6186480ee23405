package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/examples/whatif"
)

func TestTheCommandAnswersAScenarioOfAFile(t *testing.T) {
	dir := t.TempDir()
	file, scenario := filepath.Join(dir, "t.csv"), filepath.Join(dir, "s.json")
	require.NoError(t, os.WriteFile(file, []byte("工号,区县,任教学段,学历\nA,东昌区,高中,硕士研究生\nB,集安市,高中,本科\n"), 0o644))
	require.NoError(t, os.WriteFile(scenario, []byte(`{"more":[{"statement":"senior-master","group":"集安市","number":"1"}]}`), 0o644))
	var out, messages bytes.Buffer
	require.NoError(t, run([]string{"answer", "-date", "2025-12-31", "-scenario", scenario, file}, &out, &messages))
	var a whatif.Answer
	require.NoError(t, json.Unmarshal(out.Bytes(), &a))
	assert.Equal(t, "1/2", a.Statement.Before.Result.Value.Of.Number()+"/"+a.Statement.Before.Result.Value.Per.Number())
	assert.Equal(t, "2/2", a.Statement.After.Result.Value.Of.Number()+"/"+a.Statement.After.Result.Value.Per.Number())
}

func TestWrongCallsSayHowItIsCalled(t *testing.T) {
	for name, args := range map[string][]string{
		"nothing":             nil,
		"no such command":     {"sing"},
		"no folder":           {"build"},
		"two folders":         {"serve", "a", "b"},
		"no file":             {"answer"},
		"file and generated":  {"answer", "-demonstration", "x.csv"},
		"no page":             {"serve", t.TempDir()},
		"no such file":        {"answer", "-date", "2025-12-31", "none.csv"},
		"no day":              {"answer", "-date", "soon", "none.csv"},
		"a flag that is none": {"answer", "-sing", "x.csv"},
	} {
		var out, messages bytes.Buffer
		assert.Error(t, run(args, &out, &messages), name)
		assert.Empty(t, out.String(), name)
	}
}
