package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"
)

// progress tells on a terminal how many lines are read, and says nothing elsewhere: a log
// needs no line a second.
type progress struct {
	p        *program
	to       io.Writer
	began    time.Time
	told     time.Time
	terminal bool
}

func (p *program) progress() *progress {
	now := time.Now()
	return &progress{p: p, to: p.messages, began: now, told: now, terminal: isTerminal(p.messages)}
}

// isTerminal reports whether a writer is a terminal.
func isTerminal(w io.Writer) bool {
	file, is := w.(*os.File)
	if !is {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// progressEvery is how often progress is told.
const progressEvery = 500 * time.Millisecond

func (g *progress) tell(lines int64) {
	now := time.Now()
	if !g.terminal || now.Sub(g.told) < progressEvery {
		return
	}
	g.told = now
	rate := float64(lines) / now.Sub(g.began).Seconds()
	fmt.Fprintf(g.to, "\r%s", g.p.say(fmt.Sprintf("已读取%d行，每秒%.0f行", lines, rate), fmt.Sprintf("%d lines read, %.0f a second", lines, rate)))
}

// end takes the line away.
func (g *progress) end() {
	if g.terminal && g.told != g.began {
		fmt.Fprint(g.to, "\r"+strings.Repeat(" ", 60)+"\r")
	}
}
