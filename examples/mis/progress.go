package mis

import (
	"strconv"
	"time"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

// Progress says how far a report or a filling has come.
type Progress struct {
	Rows  int64 // done
	Total int64 // to be done; 0 where nobody knows
	Since time.Duration
}

// Rate is how many rows were done in a second.
func (p Progress) Rate() float64 {
	if p.Since <= 0 {
		return 0
	}
	return float64(p.Rows) / p.Since.Seconds()
}

// Left is how long the rest takes at the same rate, 0 where nobody knows.
func (p Progress) Left() time.Duration {
	if p.Rows == 0 || p.Rows >= p.Total {
		return 0
	}
	return time.Duration(float64(p.Since) * float64(p.Total-p.Rows) / float64(p.Rows)).Round(time.Second)
}

// In says it in words.
func (p Progress) In(l bilingual.Language) string {
	text := bilingual.Text{ZH: grouped(p.Rows) + "行", EN: grouped(p.Rows) + " rows"}
	if p.Total > 0 {
		text.ZH = "已处理" + text.ZH + "，共" + grouped(p.Total) + "行"
		text.EN += " of " + grouped(p.Total)
	}
	text.ZH += "，每秒" + grouped(int64(p.Rate())) + "行"
	text.EN += ", " + grouped(int64(p.Rate())) + " a second"
	if left := p.Left(); left > 0 {
		text.ZH += "，还需" + left.String()
		text.EN += ", " + left.String() + " left"
	}
	return text.In(l)
}

// String returns the text in Chinese.
func (p Progress) String() string { return p.In(bilingual.Chinese) }

// grouped writes a number with commas between thousands.
func grouped(n int64) string {
	if n < 1000 {
		return strconv.FormatInt(n, 10)
	}
	return grouped(n/1000) + "," + strconv.FormatInt(1000+n%1000, 10)[1:]
}

// counter adds up rows and tells how far they have come.
type counter struct {
	tell  func(Progress)
	began time.Time
	is    Progress
}

func (c *counter) add(rows int64) {
	if c == nil || c.tell == nil {
		return
	}
	if c.began.IsZero() {
		c.began = time.Now()
	}
	c.is.Rows += rows
	c.is.Since = time.Since(c.began)
	c.tell(c.is)
}
