package main

import (
	"bytes"
	"io"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/subjects"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/rulestest"
	"github.com/eduplan/tonghua/rules/tonghua"
)

func TestTheTableHasEverySubjectOfTheBook(t *testing.T) {
	read := map[string]bool{}
	for _, v := range tonghua.All() {
		read[v.SubjectKey()] = true
	}
	list := slices.DeleteFunc(subjects.All(), func(s indicators.SubjectView) bool { return !read[s.Key()] })
	require.Len(t, all, len(list))
	for i, s := range list {
		assert.Equal(t, s.Key(), all[i].view().Key(), "in the same order")
		for _, name := range []string{s.Key(), s.Label().ZH, s.Label().EN} {
			found, ok := subjectOf(name)
			require.True(t, ok, name)
			assert.Equal(t, s.Key(), found.view().Key())
		}
	}
}

func TestEveryFieldSaysWhatItExpects(t *testing.T) {
	for _, s := range all {
		for _, f := range s.view().FieldViews() {
			assert.True(t, s.expected(f.Key).Complete(), "%s.%s", s.view().Key(), f.Key)
		}
		assert.True(t, s.expected("nothing").IsZero())
		assert.Nil(t, s.vocabulary("nothing"))
	}
}

func TestEveryRuleThatIsComputedHasItsCases(t *testing.T) {
	p := &program{messages: io.Discard}
	for _, v := range tonghua.All() {
		if v.SubjectKey() == evidenceKey {
			continue
		}
		data, err := p.casesOf(string(v.ID()))
		require.NoError(t, err)
		list, err := rulestest.ReadScenarios(fstest.MapFS{"cases.csv": {Data: data}}, []rules.View{v})
		require.NoError(t, err, "%s", v.ID())
		assert.GreaterOrEqual(t, len(list), 9, "%s", v.ID())
		assert.NoError(t, rulestest.CheckAll(list, []rules.View{v}))
	}
}

func TestASubjectHasCasesOfItsOwnRulesAlone(t *testing.T) {
	teachers, _ := subjectOf("teacher")
	data, err := teachers.cases(plan.PeHours)
	require.NoError(t, err)
	assert.Empty(t, data)
	data, err = teachers.cases(plan.SeniorMaster)
	require.NoError(t, err)
	assert.True(t, bytes.HasPrefix(data, []byte("\ufeff名称,")), "a spreadsheet takes it for UTF-8")
}
