//go:build !race

package dashboard_test

import "time"

// behind is how long a page may be behind what was saved.
const behind = time.Second
