module github.com/eduplan/tonghua/examples/whatif

go 1.26.0

require (
	github.com/andybalholm/brotli v1.3.0
	github.com/eduplan/tonghua v0.0.0
	github.com/stretchr/testify v1.12.1
)

require (
	github.com/go-json-experiment/json v0.0.0-20260213210345-44df1a37e875 // indirect
	go.yaml.in/yaml/v3 v3.0.5 // indirect
)

require (
	github.com/chromedp/cdproto v0.159.0
	github.com/chromedp/chromedp v0.23.0
	github.com/shopspring/decimal v1.6.0 // indirect
)

replace github.com/eduplan/tonghua => ../..
