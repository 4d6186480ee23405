// Package rulestest tests software against the rules of a plan. It needs
// nothing but the standard library and fits any test framework.
//
// # Claims
//
// A claim reads like a sentence, and prints the result's own explanation when
// it does not hold:
//
//	rulestest.ThatRule(t, tonghua.SeniorMaster, asOf, staff...).IsNotMet().IsShort("1")
//	rulestest.ThatIn(t, results, plan.SeniorMaster).IsUndetermined(rules.MissingData)
//	rulestest.ThatRecord(t, tonghua.TeacherTrainingHours, asOf, record).IsNotMet().IsBreach()
//
// # Boundaries and mappings
//
// [Boundaries] derives from a rule's conditions the inputs at which it changes
// its mind, one step before, at and after each figure and date, at nought, at an
// empty scope, at unknown, each with the outcome that it must have. The outcomes
// are worked out from the conditions and not by the rule, so that they test the
// rule too. [CheckMapping] pushes them through a caller's own struct and back:
//
//	err := rulestest.CheckMapping(toStaff, fromStaff, tonghua.Teachers()...)
//
// and says what a wrong mapping does: minutes taken for hours, missing taken for
// zero, college counted as bachelor.
//
// # Mutants
//
// A test that passes proves little until it has failed. [Mutate] runs code that
// takes its rules as a value against mutants of them: thresholds a step up or
// down, comparisons made strict, scope conditions dropped, unknown read as yes,
// deadlines moved, another reading deciding. What the code did not notice is
// listed by rule and clause, with the case that would have shown it.
//
// # Laws
//
// Who adds subjects, indicators, rules or a plan runs [Conform] and
// [ConformPlan]: they check the laws that all rules keep and return all
// violations.
//
// # Scenario files
//
// A scenario file is a table that a policy officer writes in a spreadsheet and
// saves as CSV in UTF-8. [RunScenarios] runs a directory of them as subtests;
// [ReadScenarios] and [Scenario.Check] serve tools that are no test; [Freeze]
// writes what rules say of a register today as such a file, [WriteCases] the
// boundary cases of a rule. A small one:
//
//	名称,日期,规则,记录数,任教学段,学历,预期,原因,数值,差距,期限,说明
//	高中教师中硕士占11.99%，差一人,2025-12-31,senior-master,1199,普通高中,硕士研究生,未达到,低于要求,1199/10000,1,未到期,12%×10000=1200
//	高中教师中硕士占11.99%，差一人,,,8801,普通高中,本科,,,,,,
//
// The first line names the columns, in Chinese or in English, in any order:
//
//	名称    name       what the case says, a sentence; rows of one name are one register
//	日期    as_of      the date that the data describe, 2025-12-31 or 2025/12/31
//	规则    rule       the ID of a statement, such as senior-master
//	记录数  records    how many such records the row stands for: empty is 1, 0 makes an empty register
//	预期    expect     met 达到, not-met 未达到, undetermined 无法判定, not-applicable 不适用
//	原因    reason     why it is not met, such as below-threshold 低于要求
//	数值    value      1199/10000 as counted, 11.99 or 11.99% in the unit of the threshold,
//	                   1199/10000..1201/10000 for what missing data leave open
//	差距    shortfall  12, or 12..19, or over 3 (超出3); 0 if nothing is short
//	期限    due        open 未到期, past 已到期, standing 持续, ended 规划期已满
//	口径    reading    the key of a reading: outcome, reason and value are then expected of it
//	说明    note       anything, such as how the expected value was worked out
//
// Every other column is a field of a record, named by its key (training_hours)
// or by its label in either language (本周期培训学时). Where fields of several
// subjects share a label, the row's rule says which is meant.
//
// Name, date, rule and expectation stand on the first row of a register; its
// further rows repeat the name and give fields and numbers of records. A file
// may hold rules of several subjects: the fields of other subjects stay empty.
// An empty cell of a field means that nobody knows. A value that cannot be is
// written "invalid" in a field of words, "invalid: negative" in one of numbers.
// What is not expected is not checked: an empty reason or value says nothing.
//
// Columns are separated by commas. In a spreadsheet give the column 数值 the
// format text, or it takes 3/10 for a day.
//
// Empty columns at the end, as spreadsheets save them, are none.
//
// The reader is strict, because a case that tests nothing is worse than none:
// an unknown column, a misspelt rule, a missing expectation, a text that its
// field cannot read is a [ScenarioError] with file, line and column, and names
// what was perhaps meant, for the first hundred faults of a file. A register of
// which one row cannot be read is no scenario.
//
// # Another implementation of the rules
//
// The book's own scenarios stand in rules/testdata/scenarios, one file a section
// of the plan, in this format and nothing else: whoever judges by other software
// can read them there. In Go, embed the book's rule, answer EvaluateParsed by
// the other software from [rules.ParsedRows.Texts], and give such rules to
// [RunScenarios].
package rulestest
