package rules_test

import (
	"testing"
	"unsafe"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// onlineBy counts the teachers with a real-name space of each group.
func onlineBy[K comparable](t *testing.T, rows []staff, key func(*staff) K) *rules.Groups[K] {
	t.Helper()
	p := edition(says("share", population(plan.AtLeast, half)))
	groups, err := rules.EvaluateBy(rules.MustPanel(fill, rules.MustShare(p, "share", share{Counted: online})), asOf, rows, key)
	require.NoError(t, err)
	return groups
}

// Names of authorities begin with the city and end with the office.
func TestTwoLongNamesWithOneBeginningAndEndAreTwoGroups(t *testing.T) {
	names := []string{"通化市集安县教育局", "通化市柳河县教育局", "通化市辉南县教育局"}
	var rows []staff
	for i := range 90 { // of the first 1 of 3 has a space, of the second 2, of the third 3
		rows = append(rows, staff{County: names[i%3], RealName: uint8(2)})
		if i%9 < 3*(i%3+1) {
			rows[i].RealName = 1
		}
	}
	groups := onlineBy(t, rows, byCounty)
	require.Equal(t, names, groups.Keys())
	for i, want := range []uint64{10, 20, 30} {
		results, _ := groups.Of(names[i])
		assert.Equal(t, quantity.TotalOf(want, quantity.Teacher), results.Rules[0].Value.Of, names[i])
		assert.Equal(t, int64(30), results.Read, names[i])
	}
}

// Keys are equal as Go has it: what lies between their fields, and in fields
// without a name, is no part of them.
func TestWhatLiesBetweenTheFieldsOfAKeyIsNoPartOfIt(t *testing.T) {
	type padded struct { // an array keeps the compiler from taking the key apart, which would clean it
		stage  uint8
		county uint16
		rest   [4]uint8
	}
	type blank struct {
		stage uint8
		_     uint8
		rest  [6]uint8
	}
	require.Equal(t, [2]uintptr{8, 8}, [2]uintptr{unsafe.Sizeof(padded{}), unsafe.Sizeof(blank{})})
	var rows []staff
	for i := range 100 {
		rows = append(rows, staff{ID: int64(i)})
	}
	raw := make([][8]byte, len(rows))
	for i := range raw {
		raw[i] = [8]byte{byte(i % 2), byte(i)} // the stage, and what is no part of the key
	}
	t.Run("padding", func(t *testing.T) {
		groups := onlineBy(t, rows, func(s *staff) padded { return *(*padded)(unsafe.Pointer(&raw[s.ID])) })
		assert.Equal(t, []padded{{stage: 0}, {stage: 1}}, groups.Keys())
		for _, k := range groups.Keys() {
			results, _ := groups.Of(k)
			assert.Equal(t, int64(50), results.Read)
		}
	})
	t.Run("fields without a name", func(t *testing.T) {
		groups := onlineBy(t, rows, func(s *staff) blank { return *(*blank)(unsafe.Pointer(&raw[s.ID])) })
		require.Len(t, groups.Keys(), 2)
		for stage := range uint8(2) {
			results, ok := groups.Of(blank{stage: stage})
			require.True(t, ok)
			assert.Equal(t, int64(50), results.Read)
		}
	})
}
