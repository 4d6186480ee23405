package site

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A small program is shrunk and does the same, a panic that it recovers from, the collector
// and deep calls included. Node runs it; without node the tests in a browser show it.
func TestAShrunkProgramDoesTheSame(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("no node")
	}
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "main.go"), []byte(`package main

import (
	"fmt"
	"runtime"
	"strings"
)

type tree struct{ left, right *tree }

func grow(n int) *tree {
	if n == 0 {
		return nil
	}
	return &tree{grow(n - 1), grow(n - 1)}
}

func (t *tree) size() int {
	if t == nil {
		return 0
	}
	return 1 + t.left.size() + t.right.size()
}

func largest[T int | string](list ...T) (most T) {
	defer func() { recover() }()
	for i := range 100 {
		most = max(most, list[i])
	}
	return most
}

func main() {
	kept := grow(12)
	for range 50 {
		grow(10)
	}
	runtime.GC()
	fmt.Println(kept.size(), largest(3, 5), largest("a", strings.Repeat("b", 3)))
}
`), 0o644))
	wasm := filepath.Join(dir, "p.wasm")
	build := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", wasm, filepath.Join(dir, "main.go"))
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := build.CombinedOutput()
	require.NoError(t, err, string(out))
	root, err := exec.Command("go", "env", "GOROOT").Output()
	require.NoError(t, err)
	whole, err := os.ReadFile(wasm)
	require.NoError(t, err)
	small, err := Shrink(whole)
	require.NoError(t, err)
	assert.Less(t, len(Compressed(small, 6)), len(Compressed(whole, 6))*19/20)
	require.NoError(t, os.WriteFile(wasm, small, 0o644))
	run := exec.Command(node, filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec_node.js"), wasm)
	out, err = run.CombinedOutput()
	require.NoError(t, err, string(out))
	assert.Equal(t, "4095 5 bbb\n", string(out))
}

func TestWhatIsNoProgramOfGoComesBackAsItWas(t *testing.T) {
	for name, data := range map[string]string{
		"nothing":                  "",
		"text":                     "<!doctype html>",
		"a section that is cut":    "\x00asm\x01\x00\x00\x00\x0b\x7f\x01",
		"a piece that is cut":      "\x00asm\x01\x00\x00\x00\x0b\x06\x01\x00\x41\x08\x0b\x7f",
		"memory without a table":   "\x00asm\x01\x00\x00\x00\x0b\x07\x01\x00\x41\x08\x0b\x01x",
		"a piece at no constant":   "\x00asm\x01\x00\x00\x00\x0b\x07\x01\x00\x23\x00\x0b\x01x",
		"a table that says nought": "\x00asm\x01\x00\x00\x00\x0b\x57\x01\x00\x41\x08\x0b\x51" + tableMagic + string(make([]byte, 73)),
	} {
		out, err := Shrink([]byte(data))
		assert.Error(t, err, name)
		assert.Equal(t, data, string(out), name)
	}
}

// The script holds every byte, and those that look like the end of its comment.
func TestTheScriptHoldsEveryByte(t *testing.T) {
	var all []byte
	for i := range 256 {
		all = append(all, byte(i))
	}
	data := bytes.Join([][]byte{all, []byte("*/ */. *.* **/ *../*"), all, []byte("*")}, nil)
	script := string(Script(data))
	assert.Equal(t, 1, strings.Count(script, "*/"), "one comment ends once")
	v := browser(t)
	address, _ := served(t)
	v.open(address)
	got := js[[]int](v, "Array.from(bytesOf("+strings.TrimSuffix(script, "\nstart(program);\n")+"))")
	want := make([]int, len(data))
	for i, b := range data {
		want[i] = int(b)
	}
	assert.Equal(t, want, got)
}
