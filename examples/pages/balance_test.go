package pages

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// balancePage has the program examples/balance write its page, and returns the address.
func balancePage(t *testing.T, language string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "balance.html")
	program := exec.Command("go", "run", "./examples/balance", "-format", "html", "-lang", language, "-o", file)
	program.Dir = "../.."
	if said, err := program.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	return "file://" + file
}

func TestThePageOfBalanceIsReadOnDeskAndPhoneInLightAndDark(t *testing.T) {
	ctx := browser(t)
	axe := axeCore(t)
	for _, language := range []string{"zh", "en"} {
		address := balancePage(t, language)
		for _, width := range []int64{1280, 390} {
			for _, scheme := range []string{"light", "dark"} {
				t.Run(fmt.Sprint(language, " ", width, " ", scheme), func(t *testing.T) {
					shown(t, ctx, address, width, scheme)
					kept(t, ctx, fmt.Sprint("balance-", language, "-", width, "-", scheme))
					if over := run(t, ctx, chromedp.Evaluate[int](`document.documentElement.scrollWidth - window.innerWidth`)); over > 0 {
						t.Errorf("the page is %d pixels wider than the screen", over)
					}
					if n := run(t, ctx, chromedp.Evaluate[int](`performance.getEntriesByType("resource").length`)); n > 0 {
						t.Errorf("%d requests leave the page", n)
					}
					if faults := run(t, ctx, chromedp.Evaluate[string](overlaps)); faults != "" {
						t.Errorf("labels of plots lie over each other or leave the drawing: %s", faults)
					}
					if faults := run(t, ctx, chromedp.Evaluate[string](tables)); faults != "" {
						t.Errorf("tables: %s", faults)
					}
					run(t, ctx, chromedp.Evaluate[chromedp.Void](axe))
					if faults := run(t, ctx, chromedp.Evaluate[string](violations, chromedp.EvalAwaitPromise)); faults != "" {
						t.Errorf("axe-core: %s", faults)
					}
				})
			}
		}
	}
}

// overlaps names the texts of each plot that lie over each other or leave the drawing, and
// plots that have no dot.
const overlaps = `[...document.querySelectorAll("svg.plot")].flatMap(plot => {
	const frame = plot.getBoundingClientRect(), texts = [...plot.querySelectorAll("text")].map(t => ({text: t.textContent, box: t.getBoundingClientRect()}));
	const found = plot.querySelector(".dot") ? [] : ["no dot: " + plot.getAttribute("aria-label")];
	texts.forEach((a, i) => {
		if (a.box.left < frame.left - 1 || a.box.right > frame.right + 1 || a.box.bottom > frame.bottom + 1) found.push("outside: " + a.text);
		texts.slice(i + 1).forEach(b => {
			const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left), high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
			if (wide > 1 && high > 3) found.push(a.text + " / " + b.text);
		});
	});
	return found;
}).slice(0, 5).join("; ")`

// tables names the tables without the line on digits below them or without the lines that explain
// the mark of a school, and marks of figures that are broken over lines.
const tables = `[...document.querySelectorAll("table.form")].flatMap(table => {
	const found = [], below = [], name = table.caption.textContent;
	for (let e = table.parentElement.nextElementSibling; e && e.matches("p.help"); e = e.nextElementSibling) below.push(e);
	if (!below.length || below.some(p => p.getBoundingClientRect().height < 8)) found.push("nothing below " + name);
	table.querySelectorAll("th[scope=row]").forEach(school => {
		if (school.textContent.endsWith("*") && !below.some(p => p.textContent.startsWith("* " + school.textContent.slice(0, -1)))) found.push("not explained: " + school.textContent);
	});
	table.querySelectorAll(".small").forEach(mark => {
		if (mark.getBoundingClientRect().height > 1.9 * parseFloat(getComputedStyle(mark).fontSize)) found.push("broken: " + mark.textContent);
	});
	return found;
}).slice(0, 5).join("; ")`
