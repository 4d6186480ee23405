package site

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Compile builds the program for browsers with the Go installation of this machine, and
// returns it with the script of that installation that runs it. It is called in the folder
// of the module, or below.
func Compile(messages io.Writer) (wasm, support []byte, err error) {
	version, err := exec.Command("go", "env", "GOVERSION").Output()
	if err != nil {
		return nil, nil, err
	}
	if !strings.HasPrefix(string(version), Versions) {
		return nil, nil, fmt.Errorf("site: %s builds other tables than %s, which Shrink knows: look at tables.go", strings.TrimSpace(string(version)), Versions)
	}
	work, err := os.MkdirTemp("", "whatif")
	if err != nil {
		return nil, nil, err
	}
	defer os.RemoveAll(work)
	program := filepath.Join(work, "program.wasm")
	build := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", program, "github.com/eduplan/tonghua/examples/whatif/cmd/wasm")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	build.Stderr = messages
	if err := build.Run(); err != nil {
		return nil, nil, fmt.Errorf("site: the program cannot be built (is this the folder of its module?): %w", err)
	}
	if wasm, err = os.ReadFile(program); err != nil {
		return nil, nil, err
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, nil, err
	}
	support, err = os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"))
	return wasm, support, err
}
