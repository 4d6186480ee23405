package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/examples/mis"
)

// fill makes the registers of a city, which are no real data.
func (p *program) fill(ctx context.Context, args []string) (code int, err error) {
	flags := p.flags("fill", args)
	year := flags.Int("year", registers.LastYear, p.say("登记表的年份，2020至2025", "year of the registers, 2020 to 2025"))
	unknown := flags.Int("unknown", 0, p.say("每千格中空缺的格数", "empty cells of a thousand"))
	invalid := flags.Int("invalid", 0, p.say("每千格中错误的格数", "wrong cells of a thousand"))
	given, err := p.parse(flags, args, p.database())
	if err != nil {
		return failed, err
	}
	city, err := registers.New(registers.Config{Year: *year, Unknown: *unknown, Invalid: *invalid})
	if err != nil {
		return failed, err
	}
	store, err := mis.Create(ctx, given[0])
	if err != nil {
		return failed, err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	progress := p.progress()
	err = store.Fill(ctx, city, progress.tell)
	progress.end()
	if err != nil {
		return failed, err
	}
	return done, p.line(fmt.Sprintf(p.say("已生成%d年的登记表：%s（演示数据，不是真实数据）", "made the registers of %d: %s (a demonstration, no real data)"), *year, progress.last.In(p.language)))
}
