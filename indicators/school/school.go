// Package school describes a school (学校), kindergarten or teaching point as a
// school register keeps one: one record an institution.
//
// A periodic duty of each school, such as holding a sports meeting, is a field
// of the school: a register of events does not list the schools that held none.
package school

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Record is a school, kindergarten or teaching point. Every field left out is unknown.
type Record struct {
	indicators.Row
	Kind           indicators.SchoolKind // kind of institution
	Locality       indicators.Locality   // urban district, town or countryside
	LargeDistrict  indicators.Answer     // whether the school belongs to a large school district (大学区)
	Football       indicators.Tier       // highest tier of the title football school; NoTier for none
	Arts           indicators.Tier       // highest tier of the title arts school; NoTier for none
	LawModel       indicators.Tier       // highest tier of the title model law-governed school; NoTier for none
	CurrentAffairs indicators.Answer     // whether current-affairs lessons are taught
	Multimedia     indicators.Answer     // whether interactive multimedia teaching equipment is in place
	Bandwidth      quantity.Count        // contracted access bandwidth
}

// The fields, each described once.
var (
	Kind = indicators.NewCategory("kind", bilingual.Text{ZH: "办学类型", EN: "kind of school"},
		func(r *Record) *indicators.SchoolKind { return &r.Kind })
	Locality = indicators.NewCategory("locality", bilingual.Text{ZH: "城乡类型", EN: "locality"},
		func(r *Record) *indicators.Locality { return &r.Locality })
	LargeDistrict = indicators.NewCategory("large_district", bilingual.Text{ZH: "纳入大学区", EN: "in a large school district"},
		func(r *Record) *indicators.Answer { return &r.LargeDistrict })
	Football = indicators.NewCategory("football", bilingual.Text{ZH: "校园足球特色学校级别", EN: "football-school tier"},
		func(r *Record) *indicators.Tier { return &r.Football })
	Arts = indicators.NewCategory("arts", bilingual.Text{ZH: "艺术教育特色学校级别", EN: "arts-school tier"},
		func(r *Record) *indicators.Tier { return &r.Arts })
	LawModel = indicators.NewCategory("law_model", bilingual.Text{ZH: "依法治校示范校级别", EN: "law-governed model tier"},
		func(r *Record) *indicators.Tier { return &r.LawModel })
	CurrentAffairs = indicators.NewCategory("current_affairs", bilingual.Text{ZH: "开设时事新闻课", EN: "current-affairs lessons"},
		func(r *Record) *indicators.Answer { return &r.CurrentAffairs })
	Multimedia = indicators.NewCategory("multimedia", bilingual.Text{ZH: "配备交互式多媒体设备", EN: "interactive multimedia"},
		func(r *Record) *indicators.Answer { return &r.Multimedia })
	Bandwidth = indicators.NewNumber("bandwidth", bilingual.Text{ZH: "接入带宽", EN: "access bandwidth"}, quantity.Mbps,
		func(r *Record) *quantity.Count { return &r.Bandwidth })
)

var subject = indicators.NewSubject(indicators.Description[Record]{
	Key: "school", Label: bilingual.Text{ZH: "学校", EN: "schools"}, Unit: quantity.School,
	Fields: []*indicators.Field[Record]{
		Kind.Field, Locality.Field, LargeDistrict.Field, Football.Field, Arts.Field, LawModel.Field,
		CurrentAffairs.Field, Multimedia.Field, Bandwidth.Field,
	},
	Row:  func(r *Record) *indicators.Row { return &r.Row },
	Pack: pack,
})

// Subject describes the record.
func (Record) Subject() *indicators.Subject[Record] { return subject }

// pack hands over the fields in the order of the description.
func pack(r *Record, p *indicators.Packer) uint64 {
	p.Start(&r.Row)
	return p.Word(0, uint8(r.Kind)) +
		p.Word(1, uint8(r.Locality)) +
		p.Word(2, uint8(r.LargeDistrict)) +
		p.Word(3, uint8(r.Football)) +
		p.Word(4, uint8(r.Arts)) +
		p.Word(5, uint8(r.LawModel)) +
		p.Word(6, uint8(r.CurrentAffairs)) +
		p.Word(7, uint8(r.Multimedia)) +
		p.Number(8, r.Bandwidth.Code())
}
