package importer

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
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

// Explain says errors of this package, each on a line, in one language; what the system
// says is left as it is.
func Explain(err error, l bilingual.Language) string {
	if list, is := err.(interface{ Unwrap() []error }); is {
		var lines []string
		for _, one := range list.Unwrap() {
			lines = append(lines, Explain(one, l))
		}
		return strings.Join(lines, "\n")
	}
	var wrong *FileError
	if errors.As(err, &wrong) {
		return wrong.In(l)
	}
	return err.Error()
}
