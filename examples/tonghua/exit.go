package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"syscall"

	"github.com/urfave/cli/v3"

	"github.com/eduplan/tonghua/examples/wholefile"
)

// The codes that the process ends with.
const (
	done     = 0 // nothing to object
	objected = 1 // a statement that is no longer open is not met, or a verdict differs
	badData  = 2 // data that cannot be read, or that were altered
	failed   = 3 // wrong use, a file that is not there, a disk that is full
)

// ending is an error that says with which code the process ends; one without a text says
// nothing more. Every other error ends it as failed.
type ending struct {
	code int
	text string
}

func (e *ending) Error() string { return e.text }

// end says an error on one line and returns its code.
func (p *program) end(err error) int {
	if err == nil {
		return done
	}
	code := failed
	if e := (*ending)(nil); errors.As(err, &e) {
		code = e.code
	}
	if text := strings.ReplaceAll(strings.TrimSpace(err.Error()), "\n", p.say("；", "; ")); text != "" {
		fmt.Fprintf(p.messages, "tonghua: %s\n", text)
	}
	return code
}

// fails is an error in the language that was chosen.
func (p *program) fails(zh, en string) error { return errors.New(p.say(zh, en)) }

// wrongUse says what is wrong with the flags of a call, and what to do.
func (p *program) wrongUse(c *cli.Command, err error) error {
	help := p.say("；看用法："+c.FullName()+" -h", "; for its use: "+c.FullName()+" -h")
	if name, ok := strings.CutPrefix(err.Error(), "flag provided but not defined: -"); ok {
		var flags []string
		for _, f := range slices.Concat(c.VisibleFlags(), c.VisiblePersistentFlags()) {
			flags = append(flags, f.Names()[0])
		}
		name = strings.TrimLeft(name, "-")
		return errors.New(p.say(c.FullName()+" 没有选项 -"+name, c.FullName()+" has no option -"+name) + p.perhaps("-", nearest(name, flags)) + help)
	}
	if name, ok := strings.CutPrefix(err.Error(), "flag needs an argument: "); ok {
		name = "-" + strings.TrimLeft(name, "-")
		return errors.New(p.say("选项 "+name+" 后面要写一个值", "the option "+name+" wants a value behind it") + help)
	}
	if text, ok := strings.CutPrefix(err.Error(), "invalid value "); ok {
		value, rest, _ := strings.Cut(text, " for flag -")
		name, _, _ := strings.Cut(rest, ":")
		value = strings.Trim(value, `"`)
		return errors.New(p.say("选项 -"+name+" 的值不能是“"+value+"”", "the option -"+name+" cannot be “"+value+"”") + help)
	}
	return errors.New(p.say("选项写得不对（"+err.Error()+"）", "an option is not right ("+err.Error()+")") + help)
}

// noCommand says that a subcommand does not exist.
func (p *program) noCommand(root *cli.Command, name string) error {
	var names []string
	for _, c := range root.VisibleCommands() {
		names = append(names, c.Name)
	}
	return errors.New(p.say("没有命令“"+name+"”", "no command “"+name+"”") + p.perhaps("", nearest(name, names)) +
		p.say("；命令有："+strings.Join(names, "、"), "; the commands are "+strings.Join(names, ", ")))
}

// perhaps names what may have been meant.
func (p *program) perhaps(before string, names []string) string {
	if len(names) == 0 {
		return ""
	}
	for i := range names {
		names[i] = before + names[i]
	}
	return p.say("，可能是 "+strings.Join(names, "、"), "; perhaps "+strings.Join(names, " or "))
}

// arguments are those of a call, of which there may be from so many to so many.
func (p *program) arguments(c *cli.Command, least, most int) ([]string, error) {
	given := c.Args().Slice()
	help := p.say("；看用法："+c.FullName()+" -h", "; for its use: "+c.FullName()+" -h")
	switch {
	case len(given) > most:
		return nil, errors.New(p.say("多写了“"+given[most]+"”", "“"+given[most]+"” is too much") + help)
	case len(given) < least:
		return nil, errors.New(p.say("要写明："+c.ArgsUsage, "wanted: "+c.ArgsUsage) + help)
	}
	return given, nil
}

// oneOf refuses a value of an option that is none of a list.
func (p *program) oneOf(option, value string, list ...string) error {
	if slices.Contains(list, value) {
		return nil
	}
	return p.fails("选项 -"+option+" 不能是“"+value+"”，可写："+strings.Join(list, "、"),
		"the option -"+option+" cannot be “"+value+"”: write "+strings.Join(list, " or "))
}

// read returns what a file holds, without the mark that spreadsheets put before it.
func (p *program) read(name string) ([]byte, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, p.couldNotOpen(name, err)
	}
	return []byte(strings.TrimPrefix(string(data), "\ufeff")), nil
}

// write writes a file, or the output where none is named.
func (p *program) write(name string, data []byte) error {
	if name == "" {
		_, err := p.out.Write(data)
		return err
	}
	to, err := wholefile.Create(name)
	if err != nil {
		return p.couldNotWrite(name, err)
	}
	defer to.Abandon()
	if _, err = to.Write(data); err == nil {
		err = to.Finish()
	}
	if err != nil {
		return p.couldNotWrite(name, err)
	}
	return nil
}

func (p *program) couldNotOpen(name string, err error) error {
	return errors.New(p.say("打不开 "+name+"：", "cannot open "+name+": ") + p.cause(err))
}

func (p *program) couldNotWrite(name string, err error) error {
	return errors.New(p.say("写不了 "+name+"：", "cannot write "+name+": ") + p.cause(err))
}

// cause says in words why the system refused.
func (p *program) cause(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return p.say("没有这个文件或文件夹", "there is no such file or folder")
	case errors.Is(err, fs.ErrPermission):
		return p.say("没有权限", "no permission")
	case errors.Is(err, syscall.EISDIR):
		return p.say("这是文件夹，不是文件", "it is a folder, not a file")
	case errors.Is(err, syscall.ENOSPC):
		return p.say("磁盘已满", "the disk is full")
	}
	if path := (*fs.PathError)(nil); errors.As(err, &path) {
		err = path.Err
	}
	return err.Error()
}
