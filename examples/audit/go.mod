module github.com/eduplan/tonghua/examples/audit

go 1.25

require (
	github.com/eduplan/tonghua v0.0.0
	golang.org/x/text v0.30.0
)

require github.com/shopspring/decimal v1.6.0 // indirect

replace github.com/eduplan/tonghua => ../..
