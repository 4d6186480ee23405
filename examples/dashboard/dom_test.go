package dashboard_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

// parsed is a page as a browser has it.
func parsed(t testing.TB, page string) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	require.NoError(t, err)
	return root
}

// attribute is one of an element, "" for none.
func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// all are the elements below one that have a name and, if it is not "", a class.
func all(root *html.Node, name, class string) (list []*html.Node) {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == name && (class == "" || strings.Contains(" "+attribute(n, "class")+" ", " "+class+" ")) {
			list = append(list, n)
		}
	}
	return list
}

// byID is the element of an id.
func byID(t testing.TB, root *html.Node, id string) *html.Node {
	t.Helper()
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && attribute(n, "id") == id {
			return n
		}
	}
	require.FailNow(t, "no element", id)
	return nil
}

// text is what an element says.
func text(n *html.Node) string {
	var out strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			out.WriteString(d.Data)
		}
	}
	return out.String()
}

// texts are the pieces of text of an element.
func texts(n *html.Node) map[string]bool {
	pieces := map[string]bool{}
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			pieces[strings.TrimSpace(d.Data)] = true
		}
	}
	return pieces
}

// rows are the cells of the rows of a table, without its head.
func rows(table *html.Node) (list [][]*html.Node) {
	for _, body := range all(table, "tbody", "") {
		for _, tr := range all(body, "tr", "") {
			var cells []*html.Node
			for c := range tr.ChildNodes() {
				if c.Type == html.ElementNode {
					cells = append(cells, c)
				}
			}
			list = append(list, cells)
		}
	}
	return list
}
