// Package site holds the static page, and writes it into a folder together with the
// program.
//
// The page may connect to nothing, not even to fetch the program: its content security
// policy says connect-src 'none'. So the program comes as a script, as pages load scripts
// from wherever they lie, a folder of the machine included. Its bytes are the characters of
// a text: see [Script].
package site

import (
	"bytes"
	"embed"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"github.com/andybalholm/brotli"
)

//go:embed index.html style.css words.js parts.js page.js
var files embed.FS

// Policy is the content security policy of the page. Servers that can should send it as a
// header too; the page holds the same one, for those that cannot and for folders.
const Policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'"

// Script returns the program as a script: a function that does nothing, with a comment of
// which each character is a byte. The page reads it off the function's own source text. A
// browser skips a comment faster than it reads a string of many megabytes; base64 would be
// simpler, but costs a quarter more over the wire, since brotli does not see bytes any more.
// Where the bytes would end the comment, or look like this, a full stop stands behind the
// asterisk.
func Script(wasm []byte) []byte {
	var out bytes.Buffer
	out.Grow(len(wasm) + len(wasm)/4)
	out.WriteString("function program(){/*")
	for i, b := range wasm {
		out.WriteRune(rune(b))
		if b == '*' && (i+1 == len(wasm) || wasm[i+1] == '/' || wasm[i+1] == '.') {
			out.WriteByte('.')
		}
	}
	out.WriteString("*/}\nstart(program);\n")
	return out.Bytes()
}

// Write writes the page into a folder: wasm is the program and support the script
// wasm_exec.js of the Go installation that built it. Beside each file stands the same
// compressed with brotli of a quality from 0 to 11, for servers that send such files; with
// a quality below nought there are none.
func Write(dir string, wasm, support []byte, quality int) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	small, err := Shrink(wasm)
	if err != nil {
		return err
	}
	all := map[string][]byte{"wasm_exec.js": support, "program.js": Script(small)}
	err = fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		all[path], err = files.ReadFile(path)
		return err
	})
	if err != nil {
		return err
	}
	var wait sync.WaitGroup
	failed := make(chan error, 2*len(all))
	for name, data := range all {
		wait.Go(func() {
			failed <- os.WriteFile(filepath.Join(dir, name), data, 0o644)
			if quality >= 0 {
				failed <- os.WriteFile(filepath.Join(dir, name+".br"), Compressed(data, quality), 0o644)
			}
		})
	}
	wait.Wait()
	close(failed)
	for err := range failed {
		if err != nil {
			return err
		}
	}
	return nil
}

// Compressed returns data compressed with brotli.
func Compressed(data []byte, quality int) []byte {
	var out bytes.Buffer
	w := brotli.NewWriterOptions(&out, brotli.WriterOptions{Quality: quality, LGWin: 24})
	_, _ = w.Write(data) // a buffer takes everything
	_ = w.Close()
	return out.Bytes()
}
