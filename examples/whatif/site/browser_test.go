package site

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// written is the page with its program, once for all tests.
var written = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "whatif-page")
	if err != nil {
		return "", err
	}
	wasm, support, err := Compile(os.Stderr)
	if err != nil {
		return "", err
	}
	return dir, Write(dir, wasm, support, 4)
})

func TestMain(m *testing.M) {
	code := m.Run()
	if dir, err := written(); err == nil {
		os.RemoveAll(dir)
	}
	os.Exit(code)
}

func page(t *testing.T) string {
	t.Helper()
	dir, err := written()
	require.NoError(t, err)
	return dir
}

// visit is a tab of a browser.
type visit struct {
	*testing.T
	ctx context.Context
}

// browser starts Chromium, or skips the test where there is none.
func browser(t *testing.T) *visit {
	t.Helper()
	path := os.Getenv("PAGES_BROWSER")
	if path == "" {
		found, err := exec.LookPath("chromium")
		if err != nil {
			t.Skip("no chromium: install Debian's chromium and fonts-noto-cjk, or name a browser in PAGES_BROWSER")
		}
		path = found
	}
	page(t) // is made before the time of the browser begins
	ctx, stop := chromedp.NewExecAllocator(t.Context(), chromedp.ExecPath(path), chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU, chromedp.NoFirstRun, chromedp.Flag("disable-dev-shm-usage", true))
	t.Cleanup(stop)
	tab, closeTab := chromedp.NewContext(ctx)
	t.Cleanup(closeTab)
	v := &visit{t, tab}
	do(v, chromedp.EmulateViewport(1280, 900)) // starts it, without a limit on how long
	limited, cancel := context.WithTimeout(tab, time.Minute)
	t.Cleanup(cancel)
	v.ctx = limited
	return v
}

func do[T any](v *visit, a chromedp.Action[T]) T {
	v.Helper()
	value, err := chromedp.Run(v.ctx, a)
	require.NoError(v, err)
	return value
}

// js evaluates an expression, and waits for what it promises.
func js[T any](v *visit, expression string) T {
	v.Helper()
	return do(v, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}

// until waits until an expression is true.
func (v *visit) until(expression string) {
	v.Helper()
	for range 1500 {
		if js[bool](v, expression) {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	v.Fatalf("it never came true: %s; status %q, problem %q", expression, v.text("#status"), v.text("#problem"))
}

func (v *visit) text(selector string) string {
	v.Helper()
	return js[string](v, fmt.Sprintf(`document.querySelector(%q).textContent`, selector))
}

// open goes to an address and waits until the program has started.
func (v *visit) open(address string) {
	v.Helper()
	do(v, chromedp.Navigate("about:blank"))
	do(v, chromedp.Navigate(address))
	v.until(`!document.getElementById("demonstrate").disabled`)
}

// demonstrated opens the page and takes the demonstration data.
func (v *visit) demonstrated(address string) {
	v.Helper()
	v.open(address)
	v.click("#demonstrate")
	v.until(`!document.getElementById("result").hidden`)
	v.settled()
}

// settled waits until nothing is computed any more.
func (v *visit) settled() {
	v.Helper()
	v.until(`document.getElementById("status").textContent !== word("working")`)
}

func (v *visit) click(selector string) {
	v.Helper()
	js[bool](v, fmt.Sprintf(`document.querySelector(%q).click(), true`, selector))
	v.settled()
}

// set types a text into a field, as a change at once.
func (v *visit) set(id, text string) {
	v.Helper()
	js[bool](v, fmt.Sprintf(`(e => { e.value = %q; e.dispatchEvent(new Event("input")); e.dispatchEvent(new Event("change")); return true })(document.getElementById(%q))`, text, id))
	v.settled()
}

func (v *visit) shown(width int64, scheme string) {
	v.Helper()
	do(v, chromedp.EmulateViewport(width, 900))
	do(v, func(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, target, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
		return chromedp.Void{}, err
	})
}

// kept keeps a screenshot where somebody wants to look at it.
func (v *visit) kept(name string) {
	v.Helper()
	if folder := os.Getenv("PAGES_SHOTS"); folder != "" {
		require.NoError(v, os.WriteFile(filepath.Join(folder, name+".png"), do(v, chromedp.FullScreenshot(100)), 0o644))
	}
}

// served serves the page, and tells which paths were asked for.
func served(t *testing.T) (address string, asked func() []string) {
	t.Helper()
	handler := Handler(page(t))
	var lock sync.Mutex
	var paths []string
	server := httptest.NewServer(logged(handler, func(path string) {
		lock.Lock()
		defer lock.Unlock()
		paths = append(paths, path)
	}))
	t.Cleanup(server.Close)
	return server.URL + "/", func() []string {
		lock.Lock()
		defer lock.Unlock()
		return append([]string(nil), paths...)
	}
}

func axeCore(t *testing.T) string {
	t.Helper()
	source, err := os.ReadFile("../node_modules/axe-core/axe.min.js")
	require.NoError(t, err, "run npm ci")
	return string(source) + "; undefined"
}

// violations runs axe-core and says what it found: contrast, landmarks, names, order, and
// whether targets are large enough.
const violations = `axe.run(document, {resultTypes: ["violations"], rules: {"target-size": {enabled: true}}}).then(r => r.violations.map(v =>
	v.id + ": " + v.help + " (" + v.nodes.length + "): " + v.nodes[0].html.slice(0, 200)).join("\n"))`
