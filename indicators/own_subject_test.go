package indicators_test

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// bus is a subject of a caller's own, with a vocabulary of its own and a date.
type bus struct {
	indicators.Row
	Fuel      fuel
	Seats     quantity.Count
	Riders    quantity.Count
	Inspected quantity.Date
}

type fuel uint8

var fuels = indicators.NewVocabulary(bilingual.Text{ZH: "动力", EN: "fuel"},
	indicators.Entry{Key: "diesel", Name: bilingual.Text{ZH: "柴油", EN: "diesel"}},
	indicators.Entry{Key: "electric", Name: bilingual.Text{ZH: "电动", EN: "electric"}, Also: []string{"EV"}},
)

func (fuel) Vocabulary() *indicators.Vocabulary { return fuels }

var (
	fuelled = indicators.NewCategory("fuel", bilingual.Text{ZH: "动力类型", EN: "fuel"}, func(b *bus) *fuel { return &b.Fuel })
	seats   = indicators.NewNumber("seats", bilingual.Text{ZH: "座位数", EN: "seats"}, quantity.Place,
		func(b *bus) *quantity.Count { return &b.Seats })
	riders = indicators.NewNumber("riders", bilingual.Text{ZH: "乘车学生数", EN: "riders"}, quantity.Place,
		func(b *bus) *quantity.Count { return &b.Riders })
	inspected = indicators.NewNumber("inspected", bilingual.Text{ZH: "检验日期", EN: "date of inspection"}, quantity.Day,
		func(b *bus) *quantity.Date { return &b.Inspected })
)

var busDescription = indicators.Description[bus]{
	Key: "bus", Label: bilingual.Text{ZH: "校车", EN: "school buses"}, Unit: quantity.Item,
	Fields: []*indicators.Field[bus]{fuelled.Field, seats.Field, riders.Field, inspected.Field},
	Row:    func(b *bus) *indicators.Row { return &b.Row },
}

var busSubject = indicators.NewSubject(busDescription)

func (bus) Subject() *indicators.Subject[bus] { return busSubject }
