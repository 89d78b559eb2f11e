# Reference values of MissingTreatmentsTests: pairwise correlations, not-applicable columns, multiple imputation. R 4.2.2, mice 3.15.0, survey 4.1-1. Run beside cmt_synth.csv.
suppressMessages({library(mice); library(survey)}); options(digits=16)
x <- read.csv("cmt_synth.csv"); x <- x[x$wave == 1, ]; v <- c("timeliness","knowledge","courtesy","fairness","outcome","overall"); d <- v[1:5]
cat("pairwise\n"); print(cor(x[, v], use="pairwise")[upper.tri(diag(6))])
pw <- outer(v, v, Vectorize(function(a, b) { k <- !is.na(x[[a]]) & !is.na(x[[b]]); cov.wt(x[k, c(a, b)], x$w[k] / sum(x$w[k]), cor=TRUE)$cor[1, 2] }))
print(pw[upper.tri(pw)])
# A matrix that is not positive semidefinite: eigenvalues below zero set to zero, then back to unit diagonal.
A <- matrix(c(1, .9, -.6, .9, 1, .5, -.6, .5, 1), 3); e <- eigen(A); B <- e$vectors %*% diag(pmax(e$values, 0)) %*% t(e$vectors); B <- cov2cor(B); cat("projected\n"); print(e$values); print(B[upper.tri(B)])
# Not applicable: score centred among those to whom the item applies, 0 elsewhere, and whether it applies.
D <- svydesign(id=~office, strata=~region, weights=~w, fpc=~M_offices, data=x, nest=TRUE)
for (j in d) { a <- !is.na(x[[j]]); x[[paste0(j, "_a")]] <- as.numeric(a); x[[paste0(j, "_s")]] <- ifelse(a, x[[j]] - weighted.mean(x[[j]][a], x$w[a]), 0) }
D <- svydesign(id=~office, strata=~region, weights=~w, fpc=~M_offices, data=x, nest=TRUE)
f <- svyglm(reformulate(c(paste0(d, "_s"), paste0(d, "_a")), "overall"), D); cat("applicable\n"); print(coef(f)); print(SE(f))
set.seed(7); m <- mice(x[, v], method="norm", m=200, maxit=10, printFlag=FALSE)
cat("mice\n"); print(summary(pool(with(m, lm(overall ~ timeliness + knowledge + courtesy + fairness + outcome))))[, 1:5]); print(summary(pool(with(m, lm(courtesy ~ 1))))[, 1:5]); print(pool(with(m, lm(courtesy ~ 1)))$pooled)
