//go:build race

package dashboard_test

import "time"

// behind is longer with the race detector, which makes judging about ten times as slow.
const behind = 15 * time.Second
