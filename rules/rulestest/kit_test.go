package rulestest_test

import (
	"time"

	"github.com/eduplan/tonghua/indicators/quantity"
)

func dayOf(year int, month time.Month, day int) quantity.Date {
	return quantity.DateOf(year, month, day)
}
