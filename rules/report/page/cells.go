package page

import (
	"html/template"
	"strings"
)

// cells writes the rows of a table. A page has thousands of cells, which cost a template
// more than all the rest.
type cells struct{ strings.Builder }

// row begins a row with its head, which links to an address if there is one.
func (c *cells) row(head, href, language string) {
	c.WriteString(`<tr><th scope="row"`)
	if language != "" {
		c.WriteString(` lang="` + language + `"`)
	}
	c.WriteByte('>')
	if href != "" {
		c.WriteString(`<a href="` + template.HTMLEscapeString(href) + `">` + template.HTMLEscapeString(head) + `</a></th>`)
	} else {
		c.WriteString(template.HTMLEscapeString(head) + `</th>`)
	}
}

// cell writes a cell of a class with a second, smaller line.
func (c *cells) cell(class, text, small string) {
	c.WriteString(`<td`)
	if class != "" {
		c.WriteString(` class="` + class + `"`)
	}
	c.WriteString(`>` + template.HTMLEscapeString(text))
	if small != "" {
		c.WriteString(`<div class="small">` + template.HTMLEscapeString(small) + `</div>`)
	}
	c.WriteString(`</td>`)
}

func (c *cells) end() { c.WriteString("</tr>\n") }

func (c *cells) html() template.HTML { return template.HTML(c.String()) }
