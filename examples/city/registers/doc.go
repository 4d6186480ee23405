// Package registers makes the registers of a city such as Tonghua, of every
// subject that the library knows, as school software keeps them: plain structs
// with Chinese texts and codes and nullable columns. Beside each struct stands
// the mapping to the library's record, so that the package is an example to copy
// from, table by table, and a city to test and measure with.
//
// The rows are made up. What they add up to is real where the plan or the census
// prints a figure:
//
//   - 14,924 teachers of primary and general secondary schools, all with a
//     real-name space, and 46,081 of 59,736 pupils, 77.14 %. The base of the pupils
//     is the plan's own: it is worked out from number and share as printed, and
//     is smaller than the population of that age. Four pupils a teacher are
//     what the figures give; they cannot describe the same schools.
//   - 257 schools from village primary up, all with 100 Mbps. The plan says 257
//     and 100 % in one breath, so they are taken to be all of them.
//   - Six counties: 梅河口市 is run apart and is left out. 59 towns and
//     townships, 23 subdistricts, 3 other units.
//   - The census tables of the six counties, persons aged 3 and over.
//   - 56 % dual-qualified among the specialist teachers of vocational schools,
//     9,224 vocational graduates in the five years to 2020, and enrolment of 90,
//     99, 99 and 95 %.
//
// Those are the figures of 2020, the year before the plan begins. Each later year
// has as many teachers, pupils and schools, and moves towards the targets of
// 2025. Not all are reached: a dashboard shows all kinds of verdicts.
//
// # Clean and unclean data
//
// The zero Config makes a clean city. [Config.Unknown] and [Config.Invalid] say how
// many cells of a thousand are empty or spoiled; they change no other cell. Keys,
// such as the county code, are never touched. The same Config gives the same rows
// on every machine.
//
// # Columns
//
// A text column is a string, and empty where the table has none. A nullable number
// is a sql.Null, read in one line: quantity.N(c.Pupils.V).If(c.Pupils.Valid). Where
// a table says nothing in so many words, it says 无 or 否: an empty cell is unknown.
package registers
