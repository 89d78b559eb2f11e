# R 4.2.2, survey 4.1-1: a made-up sample that is awkward in every way, and what survey makes of it. Writes awkward_R.json.
suppressMessages(library(survey)); options(digits = 17, survey.lonely.psu = "fail")
set.seed(20)
clusters <- data.frame(stratum = c(rep(1, 5), rep(2, 3), 3, rep(4, 4)), cluster = c(1:5, 1:3, 1, 1:4), N = c(rep(5, 5), rep(8, 3), 1, rep(6, 4)))
size <- c(4, 6, 5, 3, 7, 6, 5, 8, 6, 5, 7, 4, 6)
d <- clusters[rep(seq_along(size), size), ]
n <- nrow(d)
d$office <- rep(seq_along(size), size)
d$w <- round(exp(rnorm(n, 2, .8)), 3); d$w[sample(n, 6)] <- 0
d$w[d$office == 12] <- 0                       # a cluster of nobody: it counts in no degrees of freedom
d$y <- pmin(5, pmax(1, round(3.4 + rep(rnorm(length(size), 0, .6), size) + rnorm(n))))
d$y[sample(n, 7)] <- NA
d$x <- round(20 + 6 * ifelse(is.na(d$y), 3, d$y) + rnorm(n, 0, 9), 2)
d$g <- ifelse(d$office %in% c(1, 2, 6), "a", sample(c("a", "b", "c"), n, TRUE, c(.3, .5, .2)))
d$g[d$stratum == 3] <- "b"
d$h <- ifelse(d$g == "c", "p", sample(c("p", "q", "r"), n, TRUE))  # two cells of the table are empty
d$M <- c(9, 6, 11, 8, 7, 14, 9, 8, 12, 10, 7, 9, 15)[d$office]     # second stage: two clusters taken whole
d$unit <- seq_len(n)
rownames(d) <- NULL
out <- list()
put <- function(name, m) out[[name]] <<- c(as.numeric(coef(m)), as.numeric(SE(m)))
# groups a and b, from totals: svyby cannot on a subset of calibrated weights
groups <- function(s) svytotal(~ya + da + yb + db + xa + xb, update(s, ya = ifelse(g == "a" & !is.na(y), y, 0), da = as.numeric(g == "a" & !is.na(y)),
  yb = ifelse(g == "b" & !is.na(y), y, 0), db = as.numeric(g == "b" & !is.na(y)), xa = x * (g == "a"), xb = x * (g == "b")))

one <- function(p, s, d) {
  answered <- subset(s, !is.na(y))
  put(paste0(p, "_mean"), svymean(~y, s, na.rm = TRUE)); out[[paste0(p, "_df")]] <<- degf(answered)
  put(paste0(p, "_total"), svytotal(~x, s)); put(paste0(p, "_ratio"), svyratio(~x, ~w0, update(s, w0 = M)))
  put(paste0(p, "_mean_c"), svymean(~x, subset(s, g == "c"))); out[[paste0(p, "_df_c")]] <<- degf(subset(s, g == "c"))
  put(paste0(p, "_difference"), svycontrast(groups(s), quote(ya / da - yb / db))); put(paste0(p, "_difference_of_totals"), svycontrast(groups(s), quote(xa - xb)))
  put(paste0(p, "_top"), svymean(~top, update(s, top = as.numeric(y >= 4)), na.rm = TRUE))
}
strat <- svydesign(~cluster, strata = ~stratum, weights = ~w, fpc = ~N, data = d, nest = TRUE)
one("clusters", strat, d)
positive <- svydesign(~cluster, strata = ~stratum, weights = ~w, fpc = ~N, data = subset(d, w > 0), nest = TRUE)  # calibrate divides by the weights, and svychisq counts clusters without any
out$clusters_top_kg <- as.numeric(attr(svyciprop(~I(y >= 4), subset(positive, !is.na(y)), method = "beta"), "ci"))
out$clusters_median_x <- as.numeric(svyquantile(~x, strat, .5, interval.type = "mean")[[1]])
out$clusters_q90_c <- as.numeric(svyquantile(~x, subset(strat, g == "c"), .9, interval.type = "mean")[[1]])
# difference of medians: shares at the medians, each over the density its Woodruff interval implies, covary through their clusters
medians <- function(s, p) {
  at <- lapply(c("a", "b"), function(gr) svyquantile(~x, subset(s, g == gr), p, interval.type = "mean")[[1]])
  f <- svytotal(~ia + na + ib + nb, update(s, ia = as.numeric(g == "a" & x <= at[[1]][1]), na = as.numeric(g == "a"), ib = as.numeric(g == "b" & x <= at[[2]][1]), nb = as.numeric(g == "b")))
  k <- c(at[[1]][4] / SE(svycontrast(f, quote(ia / na))), at[[2]][4] / SE(svycontrast(f, quote(ib / nb))))
  c(at[[1]][1] - at[[2]][1], SE(svycontrast(f, bquote(.(k[1]) * ia / na - .(k[2]) * ib / nb))), at[[1]][4], at[[2]][4])
}
out$clusters_medians <- medians(strat, .5); out$clusters_thirds <- medians(strat, 1/3)
out$clusters_kish <- { w <- d$w; length(w) * sum(w^2) / sum(w)^2 }
f <- svychisq(~g + h, positive, statistic = "F"); out$clusters_chisq <- as.numeric(c(f$statistic, f$parameter, f$p.value))
f <- svychisq(~g + h, positive, statistic = "Chisq"); out$clusters_chisq1 <- as.numeric(c(f$statistic, f$parameter, f$p.value))
f <- svychisq(~g + h, subset(positive, x > 30), statistic = "F"); out$clusters_chisq_domain <- as.numeric(c(f$statistic, f$parameter, f$p.value))
f <- svyttest(x ~ I(g == "a"), subset(positive, g != "c")); out$clusters_ttest <- as.numeric(c(f$statistic, f$parameter, f$p.value))

for (policy in c("certainty", "adjust", "average")) {
  options(survey.lonely.psu = policy)
  s <- svydesign(~cluster, strata = ~stratum, weights = ~w, data = d, nest = TRUE)
  one(policy, s, d)
}
options(survey.lonely.psu = "fail")
units <- svydesign(~1, strata = ~stratum, weights = ~w, fpc = ~I(c(30, 19, 6, 80)[stratum]), data = d)
one("units", units, d)
two <- svydesign(~cluster + unit, strata = ~stratum, weights = ~w, fpc = ~N + M, data = d, nest = TRUE)
one("stages", two, d)

totals <- round(colSums(model.matrix(~g + x, subset(d, w > 0)) * d$w[d$w > 0]) * c(1.05, 1.12, .93, 1.07), 1); out$totals <- as.numeric(totals)
sizes <- round(tapply(d$w, d$g, sum) * c(1.1, 1.05, .9), 1); margin_g <- data.frame(g = names(sizes), Freq = as.numeric(sizes)); out$margin_g <- as.numeric(sizes)
margin_h <- data.frame(h = c("p", "q", "r"), Freq = c(.45, .3, .25) * sum(sizes)); out$margin_h <- margin_h$Freq
raked <- rake(positive, list(~g, ~h), list(margin_g, margin_h), control = list(epsilon = 1e-12, maxit = 500))
one("raked", raked, d); out$raked_weights <- as.numeric(weights(raked))[1:8]
post <- postStratify(positive, ~g, margin_g); one("post", post, d)
greg <- calibrate(positive, ~g + x, totals, calfun = "linear"); one("greg", greg, d); out$greg_weights <- as.numeric(weights(greg))[1:8]
expo <- calibrate(positive, ~g + x, totals, calfun = "raking", epsilon = 1e-12, maxit = 200); one("expo", expo, d)
twice <- calibrate(raked, ~x, c(sum(sizes), totals[[4]]), calfun = "linear"); one("twice", twice, d)
both <- postStratify(post, ~h, margin_h); one("both", both, d)
jk <- as.svrepdesign(svydesign(~cluster, strata = ~stratum, weights = ~w, data = subset(d, stratum != 3), nest = TRUE), type = "JKn")
put("jackknife_mean", svymean(~y, subset(jk, !is.na(y)))); put("jackknife_ratio_c", svyratio(~x, ~M, subset(jk, g == "c")))
jkm <- as.svrepdesign(svydesign(~cluster, strata = ~stratum, weights = ~w, data = subset(d, stratum != 3), nest = TRUE), type = "JKn", mse = TRUE)
put("jackknife_ratio_c_mse", svyratio(~x, ~M, subset(jkm, g == "c")))
num <- function(v) paste0("[", paste(ifelse(is.na(v), "null", format(v, digits = 17, trim = TRUE)), collapse = ", "), "]")
txt <- function(v) paste0("[", paste0('"', v, '"', collapse = ", "), "]")
cols <- c(sapply(c("stratum", "cluster", "N", "office", "w", "y", "x", "M"), function(c) paste0('"', c, '": ', num(d[[c]]))), sapply(c("g", "h"), function(c) paste0('"', c, '": ', txt(d[[c]]))))
vals <- mapply(function(k, v) paste0('"', k, '": ', num(v)), names(out), out)
writeLines(c("{", paste0('"tool": "R ', getRversion(), ", survey ", packageVersion("survey"), '",'), paste0(c(cols, vals), c(rep(",", length(cols) + length(vals) - 1), "")), "}"), "awkward_R.json")
