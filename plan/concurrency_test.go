package plan_test

import (
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
)

// Run with -race: a plan is asked for and read from many goroutines at once.
func TestAPlanIsReadConcurrently(t *testing.T) {
	const goroutines = 32
	plans := make([]*plan.Plan, goroutines)
	counts := make([]int, goroutines)
	start := make(chan struct{})
	var group sync.WaitGroup
	for i := range goroutines {
		group.Add(1)
		go func() {
			defer group.Done()
			<-start
			p := plan.Tonghua()
			plans[i] = p
			for s := range p.All() {
				found, ok := p.Statement(s.ID)
				if ok && found == s && s.Citation(bilingual.English) != "" && s.Deadline.In(bilingual.Chinese) != "" {
					counts[i]++
				}
			}
			for c := range p.Clauses() {
				for range p.Within(c.Place) {
					counts[i]++
				}
			}
		}()
	}
	close(start)
	group.Wait()
	for i := range goroutines {
		assert.Same(t, plans[0], plans[i], "there is one plan")
		assert.Equal(t, counts[0], counts[i])
		assert.Greater(t, counts[i], 324)
	}
}
