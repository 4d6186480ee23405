package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// file is a file that takes its name when it is whole: who finds it finds all of it.
type file struct {
	*os.File
	name string
}

// create begins a file.
func create(name string) (*file, error) {
	to, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+"-*")
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return &file{to, name}, nil
}

// whole writes out what the system still holds, and closes the file.
func (f *file) whole() error {
	if err := errors.Join(f.Chmod(0o644), f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("%s: %w", f.name, err)
	}
	return nil
}

// finish gives the file its name.
func (f *file) finish() error {
	err := os.Rename(f.Name(), f.name)
	if err == nil {
		f.name = ""
	}
	return err
}

// abandon takes away a file that was not finished; after finish it does nothing.
func (f *file) abandon() {
	if f.name != "" {
		_ = f.Close()
		_ = os.Remove(f.Name())
	}
}

// distinct refuses to write a file in the place of the database, or two to one name.
func (p *program) distinct(database string, written ...string) error {
	others := []string{database}
	for _, name := range written {
		if name == "" {
			continue
		}
		for _, other := range others {
			a, err := os.Stat(name)
			b, err2 := os.Stat(other)
			if err == nil && err2 == nil && os.SameFile(a, b) || filepath.Clean(name) == filepath.Clean(other) {
				return errors.New(p.say(name+"：不能写到数据库或同一个文件里，请换一个文件名", name+": is the database, or is written twice: take another name"))
			}
		}
		others = append(others, name)
	}
	return nil
}
