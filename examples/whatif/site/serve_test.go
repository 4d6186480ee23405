package site

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTheServerSendsThePageAndNothingElse(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "page.js"), []byte("plain"), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "page.js.br"), []byte("small"), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "secret.txt"), []byte("secret"), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(filepath.Dir(dir), "above.js"), []byte("above"), 0o644))
	get := func(method, path, accepts string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(method, "/", nil)
		r.URL.Path = path
		r.Header.Set("Accept-Encoding", accepts)
		w := httptest.NewRecorder()
		Handler(dir).ServeHTTP(w, r)
		return w
	}
	w := get("GET", "/page.js", "gzip, br")
	assert.Equal(t, []string{"small", "br", "text/javascript; charset=utf-8"}, []string{w.Body.String(), w.Header().Get("Content-Encoding"), w.Header().Get("Content-Type")})
	assert.Contains(t, w.Header().Get("Content-Security-Policy"), "connect-src 'none'")
	assert.Equal(t, "plain", get("GET", "/page.js", "gzip").Body.String())
	for _, path := range []string{"/secret.txt", "/../above.js", `/..\above.js`, "/none.js", "/page.js.br", "/folder/page.js", "/"} {
		assert.Equal(t, http.StatusNotFound, get("GET", path, "br").Code, path)
	}
	assert.Equal(t, http.StatusMethodNotAllowed, get("POST", "/page.js", "br").Code)
	page, err := files.ReadFile("index.html")
	require.NoError(t, err)
	assert.Equal(t, 1, strings.Count(string(page), `content="`+Policy+`"`), "the page holds the policy that the server sends")
}
