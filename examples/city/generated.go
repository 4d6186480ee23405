package main

import (
	"fmt"
	"strconv"
	"time"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// generated judges the registers of a year by all rules of the book.
func generated(year int) (*registers.Verdicts, error) {
	c, err := registers.New(registers.Config{Year: year})
	if err != nil {
		return nil, err
	}
	return c.Evaluate()
}

// label says in the report's heading that its data are no real ones.
func label(name bilingual.Text, year int) bilingual.Text {
	y := strconv.Itoa(year)
	return bilingual.Text{
		ZH: name.ZH + "（演示：" + y + "年各类登记表由程序生成，不是真实数据）",
		EN: name.EN + " (a demonstration: the registers of " + y + " are generated, not real data)",
	}
}

// registerYear returns the year of the registers, 0 where none are asked for. They
// describe the last day of their year, which must not lie after the report's.
func registerYear(asked bool, year int, date quantity.Date) (int, error) {
	if !asked {
		if year != 0 {
			return 0, fmt.Errorf("-year %d: want -registers with it", year)
		}
		return 0, nil
	}
	ended := date.Year()
	if date.Before(date.EndOfYear()) {
		ended--
	}
	if year == 0 {
		year = min(ended, registers.LastYear)
	}
	switch {
	case year < registers.FirstYear || year > registers.LastYear:
		return 0, fmt.Errorf("-year %d: want %d to %d", year, registers.FirstYear, registers.LastYear)
	case year > ended:
		return 0, fmt.Errorf("-year %d: it ends on %s, after the report's date %s", year, quantity.DateOf(year, time.December, 31), date)
	}
	return year, nil
}
