package site

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

// Handler serves a folder that [Write] wrote, as any file server would, with the policy as a
// header and compressed files for browsers that take them.
func Handler(dir string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			http.Error(w, "GET", http.StatusMethodNotAllowed)
			return
		}
		name := strings.TrimPrefix(r.URL.Path, "/")
		if name == "" {
			name = "index.html"
		}
		kind, known := kinds[filepath.Ext(name)]
		if !known || strings.ContainsAny(name, `/\`) {
			http.NotFound(w, r)
			return
		}
		h := w.Header()
		h.Set("Content-Security-Policy", Policy+"; frame-ancestors 'none'")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Cache-Control", "no-cache")
		h.Set("Content-Type", kind)
		h.Set("Vary", "Accept-Encoding")
		path := filepath.Join(dir, name)
		if strings.Contains(r.Header.Get("Accept-Encoding"), "br") {
			if _, err := os.Stat(path + ".br"); err == nil {
				h.Set("Content-Encoding", "br")
				path += ".br"
			}
		}
		file, err := os.Open(path)
		if err != nil {
			http.NotFound(w, r)
			return
		}
		defer file.Close()
		info, err := file.Stat()
		if err != nil {
			http.NotFound(w, r)
			return
		}
		http.ServeContent(w, r, name, info.ModTime(), file)
	})
}

// kinds are the kinds of files that the page is made of.
var kinds = map[string]string{".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}
