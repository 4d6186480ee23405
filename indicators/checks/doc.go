// Package checks holds figures of several tables against one another that must fit
// together: the teachers of a register and those of the school's form, classes and pupils,
// parts and their total, this year and the last.
//
//	set, err := checks.New(
//		[]checks.Cell{
//			{Key: "staff", Label: bilingual.Text{ZH: "教师登记表专任教师数", EN: "full-time teachers, register"}, Unit: quantity.Teacher},
//			{Key: "form", Label: bilingual.Text{ZH: "学校报表专任教师数", EN: "full-time teachers, form"}, Unit: quantity.Teacher},
//		},
//		checks.Check{Key: "teachers", Left: checks.Sum("staff"), Right: checks.Sum("form")},
//	)
//	row := set.Row("一中", checks.Values{"staff": quantity.N(118).Code(), "form": quantity.N(120).Code()})
//
// A check agrees, disagrees by so much, or cannot be told because a cell is unknown. One
// of which a cell was not given at all was not run, and a report says so. A soft check is
// one that may be right although it disagrees: an explanation of somebody, with a date,
// lets it stand, and changes no figure.
//
// A hard check of a sum with a single unknown cell gives that cell, which is marked as
// derived and never takes the place of an answer. Where checks of a row disagree, the
// smallest sets of cells are named of which the row could be put right, all others as they
// are: up to three cells over at most twelve checks.
package checks
