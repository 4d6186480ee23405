package plan_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/plan"
)

// body is the tree of the document, counted in it by hand: how many body lines
// each section has, and after which section each box stands, with its items.
var body = []struct {
	section    plan.Place
	paragraphs int
	box        int // 0 where none follows
	items      int
}{
	{"一（一）", 8, 0, 0}, {"一（二）", 3, 0, 0},
	{"二（一）", 1, 0, 0}, {"二（二）", 1, 0, 0}, {"二（三）", 6, 0, 0},
	{"三（一）", 7, 3, 2}, {"三（二）", 6, 4, 3}, {"三（三）", 3, 5, 2}, {"三（四）", 2, 6, 4}, {"三（五）", 3, 7, 3}, {"三（六）", 5, 8, 2},
	{"三（七）", 2, 9, 1}, {"三（八）", 2, 10, 2}, {"三（九）", 1, 11, 1}, {"三（十）", 4, 12, 2}, {"三（十一）", 5, 13, 3},
	{"四（一）", 2, 0, 0}, {"四（二）", 3, 14, 4}, {"四（三）", 3, 0, 0},
}

func TestTheTreeOfTheDocument(t *testing.T) {
	type node struct {
		place, parent plan.Place
		kind          plan.ClauseKind
	}
	want := []node{{"引言", "", plan.Preface}}
	var part plan.Place
	for _, b := range body {
		name, _, _ := strings.Cut(string(b.section), "（")
		if plan.Place(name) != part {
			part = plan.Place(name)
			want = append(want, node{part, "", plan.Part})
		}
		want = append(want, node{b.section, part, plan.Section})
		for i := range b.paragraphs {
			want = append(want, node{plan.Place(fmt.Sprintf("%s第%d段", b.section, i+1)), b.section, plan.Paragraph})
		}
		if b.box == 0 {
			continue
		}
		box := plan.Place(fmt.Sprintf("专栏%d", b.box))
		want = append(want, node{box, b.section, plan.Box})
		for i := range b.items {
			want = append(want, node{plan.Place(fmt.Sprintf("%s第%d项", box, i+1)), box, plan.BoxItem})
		}
	}
	var got []node
	for c := range plan.Tonghua().Clauses() {
		got = append(got, node{c.Place, c.Parent, c.Kind})
	}
	assert.Equal(t, want, got)
	assert.Len(t, got, 1+4+19+67+12+29)
}

func TestEnglishCitationsNumberTheClausesAlike(t *testing.T) {
	numerals := strings.Split("一 二 三 四 五 六 七 八 九 十 十一", " ")
	number := func(numeral string) int { return slices.Index(numerals, numeral) + 1 }
	for c := range plan.Tonghua().Clauses() {
		place := string(c.Place)
		var want string
		switch c.Kind {
		case plan.Preface:
			want = "Preface"
		case plan.Part:
			want = fmt.Sprintf("Part %d", number(place))
		case plan.Box:
			want = "Box " + strings.TrimPrefix(place, "专栏")
		case plan.BoxItem:
			box, item, ok := strings.Cut(strings.TrimPrefix(place, "专栏"), "第")
			require.True(t, ok, place)
			want = fmt.Sprintf("Box %s, item %s", box, strings.TrimSuffix(item, "项"))
		default:
			part, rest, ok := strings.Cut(place, "（")
			require.True(t, ok, place)
			section, rest, _ := strings.Cut(rest, "）")
			want = fmt.Sprintf("Part %d, section %d", number(part), number(section))
			if c.Kind == plan.Paragraph {
				want += ", paragraph " + strings.TrimSuffix(strings.TrimPrefix(rest, "第"), "段")
			}
		}
		assert.Equal(t, want, c.Citation, place)
	}
}

func TestParentsStandBeforeTheirChildren(t *testing.T) {
	seen := map[plan.Place]plan.ClauseKind{}
	for c := range plan.Tonghua().Clauses() {
		parent, ok := seen[c.Parent]
		switch c.Kind {
		case plan.Preface, plan.Part:
			assert.Empty(t, c.Parent, c.Place)
		case plan.Section:
			assert.Equal(t, plan.Part, parent, c.Place)
		case plan.Paragraph, plan.Box:
			assert.Equal(t, plan.Section, parent, c.Place)
		case plan.BoxItem:
			assert.Equal(t, plan.Box, parent, c.Place)
		}
		assert.Equal(t, c.Parent != "", ok, c.Place)
		seen[c.Place] = c.Kind
	}
}

func TestEachClauseSaysHowManyStatementsItYields(t *testing.T) {
	p := plan.Tonghua()
	first := map[plan.Place]int{}
	for s := range p.All() {
		first[s.Places[0]]++
	}
	sum := 0
	for c := range p.Clauses() {
		assert.Equal(t, first[c.Place], c.Statements, c.Place)
		found, ok := p.Clause(c.Place)
		assert.True(t, ok)
		assert.Equal(t, c, found)
		sum += c.Statements
	}
	assert.Equal(t, 324, sum)
}

// Within goes by the first place: a statement that the text repeats is listed
// where it stands first, and only there.
func TestARepeatedStatementBelongsToItsFirstPlace(t *testing.T) {
	p := plan.Tonghua()
	within := func(place plan.Place) (ids []plan.ID) {
		for s := range p.Within(place) {
			ids = append(ids, s.ID)
		}
		return ids
	}
	assert.Contains(t, within("三（十一）第1段"), plan.RealnamePupils)
	assert.NotContains(t, within("专栏13"), plan.RealnamePupils, "box 13 only repeats it")
	assert.Equal(t, []plan.ID{plan.RealnameTeachers, plan.RealnameResearchers, plan.RealnameVocational}, within("专栏13第3项"))
}

func TestThePartsTogetherAreThePlan(t *testing.T) {
	p := plan.Tonghua()
	var together []*plan.Statement
	for c := range p.Clauses() {
		if c.Parent == "" {
			together = slices.AppendSeq(together, p.Within(c.Place))
		}
	}
	assert.Equal(t, slices.Collect(p.All()), together)
}
