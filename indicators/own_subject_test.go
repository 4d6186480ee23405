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

var busSubject = indicators.NewSubject[bus]("bus", bilingual.Text{ZH: "校车", EN: "school buses"}, quantity.Item)

var (
	_     = indicators.NewCategory(busSubject, "fuel", bilingual.Text{ZH: "动力类型", EN: "fuel"}, func(b *bus) *fuel { return &b.Fuel })
	seats = indicators.NewNumber(busSubject, "seats", bilingual.Text{ZH: "座位数", EN: "seats"}, quantity.Place,
		func(b *bus) *quantity.Count { return &b.Seats })
	_ = indicators.NewNumber(busSubject, "riders", bilingual.Text{ZH: "乘车学生数", EN: "riders"}, quantity.Place,
		func(b *bus) *quantity.Count { return &b.Riders })
	inspected = indicators.NewNumber(busSubject, "inspected", bilingual.Text{ZH: "检验日期", EN: "date of inspection"}, quantity.Day,
		func(b *bus) *quantity.Date { return &b.Inspected })
)

func (bus) Subject() *indicators.Subject[bus] { return busSubject }
