package importer

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"

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

// OverwriteError says that a file to write is one that is read, or is to be written twice.
type OverwriteError struct{ File string }

// Error returns the text in English.
func (e *OverwriteError) Error() string { return "importer: " + e.In(bilingual.English) }

// String returns the text in Chinese.
func (e *OverwriteError) String() string { return e.In(bilingual.Chinese) }

// In says it in one language.
func (e *OverwriteError) In(l bilingual.Language) string {
	return bilingual.Plain(e.File) + l.Pick("：结果不能写到读取的文件或同一个文件里，请换一个文件名", ": results cannot be written to a file that is read, nor to the same file: take another name")
}

// Overwrites returns an [OverwriteError] where a file to write is one of those that are
// read, under whatever name, or is named twice. Names that are empty are none.
func Overwrites(read []string, written ...string) error {
	others := slices.Clone(read)
	for _, name := range written {
		if name == "" {
			continue
		}
		to, err := os.Stat(name)
		for _, other := range others {
			is, err2 := os.Stat(other)
			same := err == nil && err2 == nil && to.Mode().IsRegular() && os.SameFile(to, is)
			if same || filepath.Clean(name) == filepath.Clean(other) {
				return &OverwriteError{name}
			}
		}
		others = append(others, name)
	}
	return nil
}
