package school_test

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/school"
)

// The codes of a school register are read as they stand there.
func ExampleRecord() {
	s := school.Record{
		Kind:      indicators.ParseSchoolKind("九年一贯制"),
		Locality:  indicators.ParseLocality("镇中心区"),
		Football:  indicators.ProvinceTier,
		Bandwidth: quantity.N(100),
	}
	for _, f := range []*indicators.Field[school.Record]{
		school.Kind.Field, school.Locality.Field, school.Football.Field, school.Bandwidth.Field,
	} {
		fmt.Printf("%s: %s\n", f.Label().ZH, f.Text(&s, bilingual.Chinese))
	}
	// Output:
	// 办学类型: 九年一贯制学校
	// 城乡类型: 镇区
	// 校园足球特色学校级别: 省级
	// 接入带宽: 100Mbps
}
