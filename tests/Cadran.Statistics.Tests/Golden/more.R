# Reference values of NonresponseCheckTests and PairedAndBridgeTests. R 4.2.2, survey 4.1-1. Run beside cmt_synth.csv.
suppressMessages(library(survey)); options(digits=16)
x <- read.csv("cmt_synth.csv"); x <- x[x$wave == 1, ]; D <- svydesign(id=~office, strata=~region, weights=~w, fpc=~M_offices, data=x, nest=TRUE)
gap <- function(a, b) { i <- !is.na(a); j <- !is.na(b); ma <- weighted.mean(a[i], x$w[i]); mb <- weighted.mean(b[j], x$w[j])
  u <- ifelse(i, (a - ma) / sum(x$w[i]), 0) - ifelse(j, (b - mb) / sum(x$w[j]), 0); c(ma - mb, SE(svytotal(~u, update(D, u=u)))) }
cat("gap timeliness - overall\n"); print(gap(x$timeliness, x$overall)); cat("paired gap overall - age\n"); print(svymean(~I(overall - age), D)); print(SE(svymean(~I(overall - age), D)))
x$effort <- x$resp_id %% 4; D <- update(D, effort=x$effort); f <- svyglm(overall ~ effort, D); cat("effort\n"); print(coef(f)); print(SE(f)); print(summary(f)$coefficients); print(summary(f)$df.residual); print(svyby(~overall, ~effort, D, svymean))
n <- table(x$office); N <- sum(n); k <- length(n); n0 <- (N - sum(n^2) / N) / (k - 1); a <- anova(lm(overall ~ factor(office), x)); m <- a[["Mean Sq"]]; cat("icc\n"); print((m[1] - m[2]) / (m[1] + (n0 - 1) * m[2])); print(n0)
s <- sleep$extra; g1 <- s[1:10]; g2 <- s[11:20]; cat("paired sleep\n"); t <- t.test(g2, g1, paired=TRUE); print(c(t$statistic, t$p.value, t$conf.int)); w <- suppressWarnings(wilcox.test(g2, g1, paired=TRUE)); print(c(w$statistic, w$p.value))
b <- c(3.2, 4.1, 2.7, 3.9, 3.3, 4.4, 2.1, 3.6, 4.0, 2.9); e <- c(3.45, 4.0, 3.2, 4.6, 3.1, 4.78, 2.94, 3.97, 4.05, 3.5); w <- wilcox.test(e, b, paired=TRUE); cat("exact\n"); print(c(w$statistic, w$p.value)); print(sort(e - b)); print(binom.test(sum(e > b), 10)$p.value)
w <- wilcox.test(e, b, paired=TRUE, exact=FALSE); print(c(w$statistic, w$p.value))
cat("standardised\n"); r <- x$resp_id %% 3 > 0; print((mean(x$age[r]) - mean(x$age)) / sd(x$age))
