# R 4.2.2, survey 4.1-1: strata of one cluster or one row, sampled and taken whole, with populations, under each policy. Writes lone_R.json.
suppressMessages(library(survey)); options(digits = 17)
set.seed(7)
frame <- data.frame(stratum = 1:6, clusters = c(4, 1, 3, 1, 5, 2), N = c(10, 6, 3, 1, 20, 9))   # 2 is lone, 3 taken whole, 4 both
k <- frame[rep(seq_len(6), frame$clusters), ]; k$cluster <- seq_len(nrow(k)); k$size <- c(3, 4, 2, 5, 3, 4, 3, 2, 6, 3, 4, 2, 5, 3, 4, 3)
d <- k[rep(seq_len(nrow(k)), k$size), c("stratum", "cluster", "N")]; n <- nrow(d); rownames(d) <- NULL
d$w <- round(exp(rnorm(n, 1, .5)), 2)
d$d1 <- sample(1:5, n, TRUE); d$d2 <- pmin(5, pmax(1, d$d1 + sample(-2:2, n, TRUE)))
d$y <- pmin(5, pmax(1, round(.5 * d$d1 + .3 * d$d2 + rep(rnorm(nrow(k), .6, .5), k$size) + rnorm(n, 0, .7))))
d$x <- round(20 + 6 * d$y + rnorm(n, 0, 9), 2)
d$g <- sample(c("a", "b"), n, TRUE); d$g[d$stratum == 2] <- "a"
out <- list()
se <- function(name, m) out[[name]] <<- c(as.numeric(coef(m)), as.numeric(SE(m)))
for (policy in c("certainty", "adjust", "average")) {
  options(survey.lonely.psu = policy)
  first <- d[!duplicated(d$cluster), ]                                                          # rows that are their own clusters
  for (kind in c("clusters", "rows")) {
    s <- if (kind == "clusters") svydesign(~cluster, strata = ~stratum, weights = ~w, fpc = ~N, data = d)
         else svydesign(~1, strata = ~stratum, weights = ~w, fpc = ~N, data = first)
    p <- paste0(policy, "_", kind)
    se(paste0(p, "_mean"), svymean(~y, s)); se(paste0(p, "_mean_a"), svymean(~y, subset(s, g == "a")))
    if (policy != "adjust") se(paste0(p, "_total"), svytotal(~x, s))                                # of a total survey centres the lone cluster at zero
    se(paste0(p, "_difference"), svycontrast(svytotal(~ya + da + yb + db, update(s, ya = y * (g == "a"), da = as.numeric(g == "a"), yb = y * (g == "b"), db = as.numeric(g == "b"))), quote(ya / da - yb / db)))
    out[[paste0(p, "_df")]] <- c(degf(s), degf(subset(s, g == "a")))
    if (kind == "clusters") se(paste0(p, "_slopes"), svyglm(y ~ d1 + d2, s))
  }
}
num <- function(v) paste0("[", paste(format(v, digits = 17, trim = TRUE), collapse = ", "), "]")
cols <- c(sapply(c("stratum", "cluster", "N", "w", "y", "x", "d1", "d2"), function(c) paste0('"', c, '": ', num(d[[c]]))), paste0('"g": ["', paste(d$g, collapse = '", "'), '"]'))
vals <- mapply(function(k, v) paste0('"', k, '": ', num(v)), names(out), out)
writeLines(c("{", paste0('"tool": "R ', getRversion(), ", survey ", packageVersion("survey"), '",'), paste0(c(cols, vals), c(rep(",", length(cols) + length(vals) - 1), "")), "}"), "lone_R.json")
