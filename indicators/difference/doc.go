// Package difference measures how far units, such as the schools of a county, differ in an
// amount per head: the coefficient of difference (差异系数).
//
// # What is measured
//
// A unit i has an amount x_i, such as teachers, and the heads p_i that it is divided by, such
// as pupils; its weight w_i is p_i unless it is given. With W the sum of the weights:
//
//	X_i = x_i / p_i                                   the unit's value
//	X̄   = (w_1 X_1 + … + w_n X_n) / W                  the mean: (x_1 + … + x_n) / W where units weigh by their heads
//	S²  = (w_1 (X_1 − X̄)² + … + w_n (X_n − X̄)²) / W
//	CV  = S / X̄
//
// That is the form of the national evaluation of balanced compulsory education (教督〔2012〕3号
// and 教督〔2017〕6号): weighted by pupils, divided by W and not by n − 1. The unweighted form,
// which published tools compute by mistake, has all w_i alike; it can give another verdict.
// Weights of their own have units that share an amount with others, such as the primary part
// of a school of several stages.
//
// # Exactly
//
// A coefficient is a root of a rational number. Compared with a limit, or with another
// coefficient, it is the squares that are compared, as fractions of integers of any size:
// nothing is rounded and no root is drawn. Only printed digits are, to the side that is
// wanted.
//
// # Where there is none
//
// Units without heads are left out, and counted. Of fewer than two units there is nothing to
// compare; where nobody has anything the mean is nought and no coefficient is defined. Neither
// is a coefficient of nought. While amounts of units are missing, [Between] gives the lowest
// and the highest coefficient that they leave open.
package difference
