# Reference values of NumericOracleTests.Differences_OfTotalsAndRatios. R 4.2.2, survey 4.1-1, its own data.
suppressMessages(library(survey)); options(digits=16); data(api)
d <- svydesign(id=~1, strata=~stype, weights=~pw, data=apistrat, fpc=~fpc)
show <- function(x) { print(coef(x)); print(SE(x)) }
show(svycontrast(svyby(~enroll, ~comp.imp, d, svytotal, covmat=TRUE), c(No=-1, Yes=1)))
show(svycontrast(svyby(~api.stu, ~comp.imp, denominator=~enroll, d, svyratio, covmat=TRUE), c(-1, 1)))
c1 <- svydesign(id=~dnum, weights=~pw, data=apiclus1, fpc=~fpc)
show(svycontrast(svyby(~enroll, ~stype, c1, svytotal, covmat=TRUE), c(E=1, H=-1)))
show(svycontrast(svyby(~api.stu, ~stype, denominator=~enroll, c1, svyratio, covmat=TRUE), c(1, -1, 0)))
