package dashboard_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/examples/dashboard"
)

// chromium is the browser that all tests share; each tab has its own cookies.
var chromium struct {
	sync.Mutex
	ctx   context.Context
	close func()
}

// closeBrowser ends the browser, if there is one.
func closeBrowser() {
	if chromium.close != nil {
		chromium.close()
	}
}

// tab is a page in a browser of its own, and what went wrong on it.
type tab struct {
	t   testing.TB
	ctx context.Context

	mu    sync.Mutex
	wrong []string
}

// browser opens a tab, or skips the test where there is no browser.
func browser(t testing.TB) *tab {
	t.Helper()
	path := os.Getenv("PAGES_BROWSER")
	if path == "" {
		found, err := exec.LookPath("chromium")
		if err != nil {
			t.Skip("no chromium: install Debian's chromium and fonts-noto-cjk, or name a browser in PAGES_BROWSER")
		}
		path = found
	}
	chromium.Lock()
	defer chromium.Unlock()
	if chromium.ctx == nil {
		all, stop := chromedp.NewExecAllocator(context.Background(), chromedp.ExecPath(path), chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU, chromedp.NoFirstRun, chromedp.Flag("disable-dev-shm-usage", true))
		first, closeFirst := chromedp.NewContext(all)
		_, err := chromedp.Run(first, chromedp.Navigate("about:blank"))
		require.NoError(t, err)
		chromium.ctx, chromium.close = first, func() { closeFirst(); stop() }
	}
	b := &tab{t: t}
	ctx, closeTab := chromedp.NewContext(chromium.ctx, chromedp.WithNewBrowserContext(), chromedp.WithListener(b.hear))
	limited, cancel := context.WithTimeout(ctx, 8*time.Minute)
	t.Cleanup(func() {
		cancel()
		closeTab()
	})
	b.ctx = limited
	does(b, func(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, target, cdplog.Enable, cdp.Empty{})
		return chromedp.Void{}, err
	})
	return b
}

// hear notes dialogs, errors of scripts, and what the policy of the pages has stopped.
func (b *tab) hear(ev any) {
	said := ""
	switch e := ev.(type) {
	case *page.EventJavascriptDialogOpening:
		said = "a dialog: " + e.Message
	case *runtime.EventExceptionThrown:
		said = "an error: " + e.ExceptionDetails.Text
	case *cdplog.EventEntryAdded:
		if e.Entry.Source == cdplog.EntrySourceSecurity || strings.Contains(e.Entry.Text, "Content Security Policy") {
			said = e.Entry.Text
		}
	}
	if said != "" {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.wrong = append(b.wrong, said)
	}
}

// faults are what went wrong since the last call.
func (b *tab) faults() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	list := b.wrong
	b.wrong = nil
	return list
}

// does runs an action that must succeed.
func does[T any](b *tab, action chromedp.Action[T]) T {
	b.t.Helper()
	v, err := chromedp.Run(b.ctx, action)
	require.NoError(b.t, err)
	return v
}

// open shows an address to a reader with a screen of a width, in a scheme of colours.
func (b *tab) open(address string, width int64, scheme string) {
	b.t.Helper()
	does(b, chromedp.EmulateViewport(width, 900))
	does(b, func(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, target, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
		return chromedp.Void{}, err
	})
	does(b, chromedp.Navigate(address))
}

// js is what an expression says on the page.
func js[T any](b *tab, expression string, a ...any) T {
	b.t.Helper()
	return does(b, chromedp.Evaluate[T](fmt.Sprintf(expression, a...), chromedp.EvalAwaitPromise))
}

// until waits for an expression to be true on the page, which may be another by then.
func (b *tab) until(within time.Duration, expression string, a ...any) time.Duration {
	b.t.Helper()
	began := time.Now()
	is := chromedp.Evaluate[bool](fmt.Sprintf(expression, a...))
	for {
		if so, err := chromedp.Run(b.ctx, is); so && err == nil { // there is an error while another page comes
			return time.Since(began)
		}
		if time.Since(began) > within {
			b.kept("failed")
			require.FailNow(b.t, "it does not come", "%s within %v; the page says: %.1500s", fmt.Sprintf(expression, a...), within, js[string](b, `document.body.innerText`))
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// kept keeps a screenshot in the folder that PAGES_SHOTS names.
func (b *tab) kept(name string) {
	b.t.Helper()
	if folder := os.Getenv("PAGES_SHOTS"); folder != "" {
		require.NoError(b.t, os.WriteFile(filepath.Join(folder, name+".png"), does(b, chromedp.CaptureScreenshot()), 0o644))
	}
}

// signIn shows the token in the browser.
func (b *tab) signIn(s *site) {
	b.t.Helper()
	b.open(s.url+"/sign-in", 1280, "light")
	js[chromedp.Void](b, `document.querySelector("[name=token]").value = %q; document.querySelector("main form").requestSubmit()`, token)
	b.until(10*time.Second, `location.pathname === "/" && !!document.querySelector("[action='/sign-out']")`)
}

func TestTheBrowserTellsWhatThePolicyStops(t *testing.T) {
	s := started(t, file(t, "small"), dashboard.Options{})
	b := browser(t)
	b.open(s.url, 1280, "light")
	js[chromedp.Void](b, `{ const e = document.createElement("div"); e.innerHTML = "<img src=x onerror=alert(1)>"; document.body.append(e); }`)
	assert.Eventually(t, func() bool { return len(b.faults()) > 0 }, 5*time.Second, 50*time.Millisecond)
}
