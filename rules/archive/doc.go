// Package archive keeps a report together with all that it rests on: the edition of
// the plan, its amendments, the counts of every register, reported figures, evidence
// and the version of the library. No record of a person is in it.
//
//	kept, err := archive.New(plan.Tonghua(), tonghua.All(), archive.Data{Date: today, Registers: registers, Evidence: papers})
//	data, err := json.Marshal(kept)
//
// Years later one call says whether the report still holds, whatever library judges
// by then:
//
//	answer, err := kept.Verify(plan.Tonghua(), tonghua.All())
//
// The verdicts are worked out again from the counts, by the rules of the day on which
// it is asked. The answer is one of four: the report says the same; it says the same
// in other words; some of its statements are counted or judged by other rules now,
// which are named; or the archive was altered.
//
// # What an answer can prove
//
// An archive has a digest of itself, which finds what was changed by mistake. Who
// changes a verdict, a count or a paper on purpose can work out the digest anew; then
// the verdicts do not follow from the counts any more, and that is found too. Who
// rewrites the counts and the report alike has made another archive. Against that the
// digest is noted elsewhere on the day of the report, in minutes or in a letter:
// [Archive.Digest].
package archive
