package main

import (
	"fmt"
	"os"
	"time"

	"github.com/eduplan/tonghua/examples/mis"
)

// progress shows how far a command has come: on a terminal on one line that changes,
// elsewhere on lines of their own, and those seldom.
type progress struct {
	p        *program
	terminal bool
	told     time.Time
	shown    bool
	last     mis.Progress
}

// How often progress is shown.
const (
	onTerminal = 300 * time.Millisecond
	elsewhere  = 10 * time.Second
)

func (p *program) progress() *progress {
	g := &progress{p: p, told: time.Now()}
	if file, is := p.messages.(*os.File); is {
		info, err := file.Stat()
		g.terminal = err == nil && info.Mode()&os.ModeCharDevice != 0
	}
	return g
}

func (g *progress) tell(is mis.Progress) {
	g.last = is
	every := elsewhere
	if g.terminal {
		every = onTerminal
	}
	if time.Since(g.told) < every {
		return
	}
	g.told, g.shown = time.Now(), true
	if text := is.In(g.p.language); g.terminal {
		fmt.Fprintf(g.p.messages, "\r%s\x1b[K", text)
	} else {
		fmt.Fprintln(g.p.messages, text)
	}
}

// end takes the changing line away.
func (g *progress) end() {
	if g.terminal && g.shown {
		fmt.Fprint(g.p.messages, "\r\x1b[K")
	}
}
