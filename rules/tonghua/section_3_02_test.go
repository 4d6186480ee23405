package tonghua_test

import (
	"testing"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/rules/tonghua"
)

// 三（二） 教育改革

func TestLawSchools(t *testing.T) {
	says := someSchools("专栏4第2项", "Box 4, item 2", "20")
	with := func(tier indicators.Tier) school.Record { return school.Record{LawModel: tier} }
	hold(t, tonghua.Schools(), tonghua.LawSchools, says, titlePolicies(20, with)...)
	differ(t, tonghua.LawSchools, says, "model-schools", []string{"practice-bases"})
}
