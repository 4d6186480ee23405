// Package wholefile writes files that take their names when they are whole: who finds one
// finds all of it, and a program that fails or is killed leaves no half file.
package wholefile

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

// File is a file that is being written, beside the place where it will stand.
type File struct {
	io.Writer
	name string // that it will take; empty where there is none to take any more
	file *os.File
	mode os.FileMode
	done bool // all is written out, and the file is closed
}

// Create begins a file. One that is there already keeps its rights. What is no plain file,
// such as a device, has no other place and is written to.
func Create(name string) (*File, error) {
	mode := os.FileMode(0o644)
	if info, err := os.Stat(name); err == nil {
		if mode = info.Mode().Perm(); !info.Mode().IsRegular() {
			file, err := os.OpenFile(name, os.O_WRONLY, 0)
			if err != nil {
				return nil, err
			}
			return &File{Writer: file, file: file}, nil
		}
	}
	file, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+"-*")
	if err != nil {
		return nil, named(name, err)
	}
	return &File{Writer: file, name: name, file: file, mode: mode}, nil
}

// named says an error of the file that was asked for, and not of the one beside it.
func named(name string, err error) error {
	if at := (*os.PathError)(nil); errors.As(err, &at) {
		return &os.PathError{Op: at.Op, Path: name, Err: at.Err}
	}
	return err
}

// Finish gives the file its name.
func (f *File) Finish() error {
	if err := f.end(); err != nil {
		return err
	}
	return f.take()
}

// end writes out what the system still holds, and closes the file.
func (f *File) end() error {
	if f.done {
		return nil
	}
	f.done = true
	if f.name == "" {
		return f.file.Close()
	}
	if err := errors.Join(f.file.Chmod(f.mode), f.file.Sync(), f.file.Close()); err != nil {
		return named(f.name, err)
	}
	return nil
}

func (f *File) take() error {
	if f.name == "" {
		return nil
	}
	err := os.Rename(f.file.Name(), f.name)
	if err == nil {
		f.name = ""
	}
	return err
}

// Abandon takes away a file that was not finished; after Finish it does nothing.
func (f *File) Abandon() {
	if f.name != "" {
		_ = f.file.Close() // it may be closed already
		_ = os.Remove(f.file.Name())
	}
}

// Files are files that are written together.
type Files struct{ list []*File }

// Create begins a file, nothing where none is named.
func (f *Files) Create(name string) (io.Writer, error) {
	if name == "" {
		return nil, nil
	}
	one, err := Create(name)
	if err != nil {
		return nil, err
	}
	f.list = append(f.list, one)
	return one, nil
}

// End writes out all files, which have no names yet: what can fail afterwards is the
// caller's.
func (f *Files) End() error {
	for _, one := range f.list {
		if err := one.end(); err != nil {
			return err
		}
	}
	return nil
}

// Finish gives all files their names; all are whole before any takes its own.
func (f *Files) Finish() error {
	if err := f.End(); err != nil {
		return err
	}
	for _, one := range f.list {
		if err := one.take(); err != nil {
			return err
		}
	}
	return nil
}

// Abandon takes away the files that were not finished.
func (f *Files) Abandon() {
	for _, one := range f.list {
		one.Abandon()
	}
}

// OverwriteError says that a file to write is one that is read, or is to be written twice.
type OverwriteError struct{ File string }

// Error returns the text in English.
func (e *OverwriteError) Error() string { return e.In(bilingual.English) }

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
