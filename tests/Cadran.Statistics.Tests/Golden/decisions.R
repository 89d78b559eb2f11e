# Reference values of benchmarks, control, disclosure and contrasts that the tests quote.
# R 4.2.2, survey 4.1-1, survival 3.5.3, lpSolve 5.6.18 (Debian). Run in this folder: Rscript decisions.R
suppressMessages({ library(survey); library(survival); library(lpSolve) })
options(digits = 15)
all <- read.csv("cmt_synth.csv"); d <- all[all$wave == 1, ]
drivers <- c("timeliness", "knowledge", "courtesy", "fairness", "outcome")
design <- function(data) svydesign(id = ~office, strata = ~region, weights = ~w, fpc = ~M_offices, data = data)

cat("\n== Client mix: channels as units, age bands as groups (ClientMixTests)\n")
units <- c("ONL", "PERSON", "POST", "TEL"); groups <- 1:4; W <- c(.2, .3, .3, .2)
d$y <- (d$overall - 1) * 25
for (u in units) for (g in groups) {
  i <- d$channel == u & d$age == g
  d[[paste0("n_", u, g)]] <- as.numeric(i); d[[paste0("s_", u, g)]] <- ifelse(i, d$y, 0)
}
cells <- c(outer(c("n_", "s_"), c(outer(units, groups, paste0)), paste0))
totals <- svytotal(as.formula(paste("~", paste(cells, collapse = "+"))), design(d))
contrast <- function(text) { r <- svycontrast(totals, list(x = as.call(list(as.name("+"), 0, parse(text = text)[[1]])))); c(coef(r), SE(r)) }
plus <- function(x) paste0("(", paste(x, collapse = "+"), ")")
N <- function(g) plus(paste0("n_", units, g)); S <- function(g) plus(paste0("s_", units, g))
for (u in units) {
  own <- sapply(groups, function(g) sprintf("(s_%s%d/n_%s%d)", u, g, u, g)); Nu <- plus(paste0("n_", u, groups))
  expected <- paste0(plus(sprintf("n_%s%d*%s/%s", u, groups, sapply(groups, S), sapply(groups, N))), "/", Nu)
  cat(u, contrast(paste0(plus(paste0("s_", u, groups)), "/", Nu)), contrast(plus(sprintf("%.15f*%s", W, own))),
      contrast(paste0(plus(sprintf("%s*%s", sapply(groups, N), own)), "/", plus(sapply(groups, N)))),
      contrast(paste0(plus(sapply(groups, S)), "/", plus(sapply(groups, N)), "+", plus(paste0("s_", u, groups)), "/", Nu, "-", expected)), "\n")
}
print(svyby(~y, ~channel, svystandardize(design(d), by = ~age, over = ~channel, population = W), svymean))

cat("\n== Rank probabilities of four normals (PeerComparisonTests)\n")
m <- c(70, 72, 74, 71); s <- c(2, 1.5, 3, .5)
density_of_rank <- function(x, i, r) sapply(x, function(z) {
  above <- 1 - pnorm(z, m[-i], s[-i]); p <- 1
  for (q in above) p <- c(p * (1 - q), 0) + c(0, p * q)
  p[r] * dnorm(z, m[i], s[i])
})
print(t(sapply(1:4, function(i) sapply(1:4, function(r)
  integrate(density_of_rank, m[i] - 10 * s[i], m[i] + 10 * s[i], i = i, r = r, rel.tol = 1e-10, subdivisions = 2000)$value))))

cat("\n== Open cases (KaplanMeierTests)\n")
ages <- c(5, 8, 8, 12, 20, 25, 31, 31, 40, 60, 3, 7, 44, 90, 90, 90); decided <- c(1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 1, 1, 0, 0, 0)
fit <- survfit(Surv(ages, decided) ~ 1, conf.type = "log-log", conf.int = .9)
print(quantile(fit, c(.1, .25, .5, .8), conf.int = TRUE)); q <- summary(fit, times = c(30, 60))
print(cbind(q$time, 1 - q$surv, q$std.err, 1 - q$upper, 1 - q$lower))

cat("\n== Run rules, simulated (ControlChartTests): mean run length and its error\n")
run_length <- function(shift, rules, run = 8, n = 100000) {
  first <- rep(NA_real_, n); h <- matrix(0, n, 5); up <- dn <- rep(0L, n)
  for (k in 1:5000) {
    z <- rnorm(n, shift); h <- cbind(h[, -1], z); up <- ifelse(z > 0, up + 1L, 0L); dn <- ifelse(z < 0, dn + 1L, 0L); signal <- rep(FALSE, n)
    if (1 %in% rules) signal <- signal | abs(z) > 3
    if (2 %in% rules) signal <- signal | (z > 2 & rowSums(h[, 3:5] > 2) >= 2) | (z < -2 & rowSums(h[, 3:5] < -2) >= 2)
    if (3 %in% rules) signal <- signal | (z > 1 & rowSums(h > 1) >= 4) | (z < -1 & rowSums(h < -1) >= 4)
    if (4 %in% rules) signal <- signal | up >= run | dn >= run
    first[signal & is.na(first)] <- k
    if (!anyNA(first)) break
  }
  c(mean(first), sd(first) / sqrt(n))
}
set.seed(1)
print(run_length(1, 1:4)); print(run_length(.5, 1:4)); print(run_length(1.5, c(1, 2))); print(run_length(1, c(1, 4), 7)); print(run_length(-2, 3))

cat("\n== Linked tables: intervals by integer programmes (LinkedSuppressionTests)\n")
counts <- array(c(12, 3, 8, 20, 6, 15, 9, 2, 30, 11, 25, 14, 7, 18, 4, 5, 2, 6, 11, 3, 9, 4, 1, 16, 8, 13, 7, 5, 10, 2), c(5, 3, 2))
at <- expand.grid(o = 1:5, r = 1:3, c = 1:2); region <- c(1, 1, 1, 2, 2); A <- NULL; b <- NULL; cell <- NULL
add <- function(mask, name) { A <<- rbind(A, as.numeric(mask)); b <<- c(b, sum(counts[mask])); cell <<- c(cell, name) }
for (o in c(1:5, NA)) for (r in c(1:3, NA)) add((is.na(o) | at$o == o) & (is.na(r) | at$r == r), paste0("o", o, "r", r))
for (g in 1:2) for (r in c(1:3, NA)) add(region[at$o] == g & (is.na(r) | at$r == r), paste0("g", g, "r", r))
for (h in 1:2) for (r in c(1:3, NA)) add(at$c == h & (is.na(r) | at$r == r), paste0("c", h, "r", r))
bounds <- function(hidden) for (n in hidden) {
  shown <- !cell %in% hidden; k <- which(cell == n)
  limit <- function(direction) lp(direction, A[k, ], A[shown, ], rep("=", sum(shown)), b[shown], all.int = TRUE)$objval
  cat(n, b[k], limit("min"), limit("max"), "\n")
}
bounds(c("o3r2", "o2r1", "o2r2", "o3r1")); cat("\n")
bounds(c("o3r2", "o5r3", "o4r2", "o4r3", "o5r2", "o1r2", "o1r3", "o3r3", "g1r2", "g1r3", "g2r2", "g2r3")); cat("\n")
bounds(c("o3r2", "o4r2", "c1r2", "c2r2", "c1r3", "c2r3", "o4r3", "o3r3"))

cat("\n== Penalty and reward, Kano, incomplete ratings (PenaltyRewardTests, KanoTests, IncompleteThresholdsTests)\n")
for (x in drivers) { d[[paste0("lo_", x)]] <- as.numeric(d[[x]] <= 2); d[[paste0("hi_", x)]] <- as.numeric(d[[x]] >= 5) }
dummies <- c(paste0("lo_", drivers), paste0("hi_", drivers))
fit <- svyglm(as.formula(paste("overall ~", paste(dummies, collapse = "+"))), subset(design(d), complete.cases(d[, c("overall", drivers)])))
print(cbind(coef(fit), SE(fit)))
kano <- matrix(strsplit("QRRRRAIIIRAIIIRAIIIROMMMQ", "")[[1]], 5)
answered <- !is.na(d$timeliness) & !is.na(d$outcome)
d$category <- NA; d$category[answered] <- kano[cbind(d$timeliness, d$outcome)[answered, ]]
pairs <- subset(design(d), answered); classified <- subset(design(d), answered & d$category %in% c("A", "O", "M", "I"))
for (k in c("A", "O", "M", "I", "R", "Q")) { e <- svymean(as.formula(sprintf("~I(category == '%s')", k)), pairs); cat(k, coef(e)[2], SE(e)[2], "\n") }
e <- svymean(~I(category %in% c("A", "O")), classified); cat("better", coef(e)[2], SE(e)[2], degf(classified), "\n")
e <- svymean(~I(category %in% c("O", "M")), classified); cat("worse", coef(e)[2], SE(e)[2], "\n")
ratings <- as.matrix(d[, drivers]); d$rated <- rowSums(!is.na(ratings)); d$fails <- rowSums(ratings <= 3, na.rm = TRUE); d$top <- as.numeric(d$overall >= 4)
d$part <- !is.na(d$overall) & d$rated > 0 & d$rated < 5; part <- subset(design(d), part)
print(svyby(~y, ~fails, part, svymean)); print(svyby(~top, ~fails, part, svymean))
for (k in 0:4) { e <- svymean(as.formula(sprintf("~I(fails == %d)", k)), part); cat(k, coef(e)[2], SE(e)[2], with(d[d$part & d$fails == k, ], weighted.mean(rated, w)), "\n") }
