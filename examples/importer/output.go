package importer

import (
	"errors"
	"io"
	"os"
	"path/filepath"
)

// Output is a file that takes its name when it is whole: who finds it finds all of it.
type Output struct {
	io.Writer
	name string
	file *os.File
	mode os.FileMode
}

// Create begins a file. One that is there already keeps its rights.
func Create(name string) (*Output, error) {
	mode := os.FileMode(0o644)
	if info, err := os.Stat(name); err == nil {
		if mode = info.Mode().Perm(); !info.Mode().IsRegular() { // a device has no other place
			file, err := os.OpenFile(name, os.O_WRONLY, 0)
			if err != nil {
				return nil, err
			}
			return &Output{Writer: file, file: file}, nil
		}
	}
	file, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+"-*")
	if err != nil {
		return nil, err
	}
	return &Output{Writer: file, name: name, file: file, mode: mode}, nil
}

// Finish gives the file its name.
func (o *Output) Finish() error {
	if o.name == "" {
		return o.file.Close()
	}
	if err := errors.Join(o.file.Chmod(o.mode), o.file.Close()); err != nil {
		return err
	}
	err := os.Rename(o.file.Name(), o.name)
	if err == nil {
		o.name = ""
	}
	return err
}

// Abandon takes away a file that was not finished; after Finish it does nothing.
func (o *Output) Abandon() {
	if o.name != "" {
		_ = o.file.Close()
		_ = os.Remove(o.file.Name())
	}
}
