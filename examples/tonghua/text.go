package main

import (
	"github.com/eduplan/tonghua/rules/report"
)

// put writes a line, broken where it is too long for a screen; what follows is indented.
func (p *program) put(text string) { p.broken("", "    ", text) }

// line writes what something is called and what it is, and nothing where it is nothing.
func (p *program) line(label, text string) {
	if text != "" {
		p.put(label + p.say("：", ": ") + text)
	}
}

// list writes a heading and the lines below it, and nothing where there are none.
func (p *program) list(heading string, lines []string) {
	if len(lines) == 0 {
		return
	}
	p.put(heading + p.say("：", ":"))
	for _, text := range lines {
		p.broken("  - ", "    ", text)
	}
}

// broken writes a text behind what stands before its first line and before each further one.
func (p *program) broken(first, further, text string) {
	for i, line := range report.Wrapped(text, report.DefaultWidth-len(further)) {
		if i > 0 {
			first = further
		}
		_, _ = p.out.WriteString(first + line + "\n")
	}
}

// aside puts a text in brackets, as the language writes them.
func (p *program) aside(text string) string { return p.say("（"+text+"）", " ("+text+")") }
