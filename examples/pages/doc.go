// Package pages looks at the pages of reports in a real browser. It holds tests alone: they
// want Chromium (Debian: chromium, fonts-noto-cjk) and axe-core (npm ci), and are skipped
// where there is no browser unless PAGES_BROWSER names one. With PAGES_SHOTS they keep
// their screenshots in a folder.
package pages
