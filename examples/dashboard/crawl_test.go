package dashboard_test

import (
	"net/http"
	"net/url"
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// crawled calls a function with everything that links reach from the first page in both
// languages, pages and downloads; the function says whether to go on from there. Of the
// links to where the token is asked for, which name the page that they are on, it follows
// some. Of what is about one school it follows one of ten schools, and all of them with
// DASHBOARD_CRAWL=all.
func crawled(t testing.TB, client *http.Client, s *site, follow func(address string, got answer) bool) (visited int) {
	t.Helper()
	base, err := url.Parse(s.url)
	require.NoError(t, err)
	seen, signIns := map[string]bool{}, 0
	todo := []string{"/", "/?lang=en"}
	for len(todo) > 0 {
		var next []string
		var mu sync.Mutex
		work := make(chan string)
		var group sync.WaitGroup
		for range 4 {
			group.Go(func() {
				for address := range work {
					got := get(t, client, s.url+address)
					if !follow(address, got) {
						continue
					}
					for _, href := range links(t, got) {
						to, err := base.Parse(href)
						if !assert.NoError(t, err, "%s on %s", href, address) || !assert.Equal(t, base.Host, to.Host, "%s on %s leaves the server", href, address) {
							continue
						}
						to.Fragment = ""
						mu.Lock()
						if at := to.RequestURI(); !seen[at] {
							seen[at] = true
							if (to.Path != "/sign-in" || signIns < 10) && (os.Getenv("DASHBOARD_CRAWL") == "all" || !tenth.MatchString(at)) {
								next = append(next, at)
							}
							if to.Path == "/sign-in" {
								signIns++
							}
						}
						mu.Unlock()
					}
				}
			})
		}
		for _, address := range todo {
			work <- address
			visited++
		}
		close(work)
		group.Wait()
		todo = next
	}
	return visited
}

// tenth finds the addresses of nine of ten schools.
var tenth = regexp.MustCompile(`(school/|schools/|school=)22\d*[1-9]\b`)

// links are the addresses that a page leads to.
func links(t testing.TB, got answer) (list []string) {
	t.Helper()
	if !strings.HasPrefix(got.header.Get("Content-Type"), "text/html") || got.header.Get("Content-Disposition") != "" {
		return nil
	}
	root := parsed(t, got.body)
	for _, a := range all(root, "a", "") {
		list = append(list, attribute(a, "href"))
	}
	return list
}
