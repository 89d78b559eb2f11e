# The R side of `make bench-r`: same data, same tasks, numbers in the same order as CadranTasks.cs.
# Arguments: the folder with the columns; the file of times and numbers to write (results.tsv there by default).
suppressMessages(library(survey))
options(survey.lonely.psu = "fail")
folder <- commandArgs(trailingOnly = TRUE)[1]
path <- function(name) file.path(folder, name)
size <- function(name) file.info(path(name))$size
i8 <- function(name) readBin(path(name), integer(), size(name), size = 1)
i32 <- function(name) readBin(path(name), integer(), size(name) / 4, size = 4)
f64 <- function(name) readBin(path(name), double(), size(name) / 8)

d <- as.data.frame(sapply(1:12, function(k) i8(sprintf("item%d.i8", k))))
names(d) <- paste0("i", 1:12)
d$stratum <- i32("stratum.i32"); d$cluster <- i32("cluster.i32"); d$domain <- i32("domain.i32"); d$w <- f64("weight.f64")
for (m in 1:3) d[[paste0("m", m)]] <- i32(sprintf("margin%d.i32", m))
d$top <- as.integer(d$i1 >= 4)
items <- reformulate(paste0("i", 1:12))

out <- file(path("results.tsv"), "w")
# Short tasks run twice and the better time counts; `numbers` turns the result into a vector, outside the clock.
measure <- function(task, run, numbers) {
  best <- NULL
  for (k in 1:2) {
    gc()
    t <- system.time(value <- run())
    if (is.null(best) || t[["elapsed"]] < best[1]) best <- c(t[["elapsed"]], t[["user.self"]] + t[["sys.self"]])
    if (t[["elapsed"]] > 10) break
  }
  cat(task, sprintf("%.6f", best), sprintf("%.17g", numbers(value)), sep = "\t", file = out)
  cat("\n", file = out)
  message(sprintf("R %-18s %9.3f s", task, best[1]))
  value
}
pairs <- function(x) as.vector(rbind(as.numeric(coef(x)), as.numeric(SE(x))))

make <- function() svydesign(id = ~cluster, strata = ~stratum, weights = ~w, data = d, nest = TRUE)
D <- measure("design", make, degf)
measure("mean12", function() svymean(items, D), pairs) -> none
measure("domains100x12", function() svyby(items, ~domain, D, svymean), function(b) {
  means <- as.matrix(b[, paste0("i", 1:12)]); errors <- as.matrix(b[, paste0("se.i", 1:12)])
  as.vector(rbind(as.vector(t(means)), as.vector(t(errors))))
}) -> none
margins <- lapply(1:3, function(m) { t <- f64(sprintf("target%d.f64", m)); setNames(data.frame(seq_along(t) - 1L, t), c(paste0("m", m), "Freq")) })
R <- measure("rake3", function() rake(D, list(~m1, ~m2, ~m3), margins, control = list(maxit = 500, epsilon = 1e-9 * sum(d$w) / nrow(d))),
  function(r) weights(r)[c(1, nrow(d))])
measure("raked_mean", function() svymean(~i1, R), pairs) -> none
measure("raoscott5x6", function() svychisq(~i2 + m1, D, statistic = "F"), function(t) c(t$statistic, t$parameter, t$p.value)) -> none
measure("logit3", function() svyglm(top ~ i2 + i3 + i4, D, family = quasibinomial(), control = list(epsilon = 1e-12, maxit = 50)),
  function(g) c(coef(g), SE(g))) -> none

# relaimpo is not in Debian: with it the reference implementation, without it every subset by solve().
lmg_base <- function(C, p) {
  y <- C[1:p, ncol(C)]; n <- 2^p; r2 <- numeric(n); bits <- bitwShiftL(1L, 0:(p - 1))
  for (s in 1:(n - 1)) { k <- which(bitwAnd(s, bits) > 0); r2[s + 1] <- sum(y[k] * solve(C[k, k, drop = FALSE], y[k])) }
  s <- 0:(n - 1); count <- integer(n); for (b in bits) count <- count + (bitwAnd(s, b) > 0)
  weight <- factorial(count) * factorial(pmax(p - count - 1, 0)) / factorial(p)
  sapply(bits, function(b) { without <- which(bitwAnd(s, b) == 0); sum(weight[without] * (r2[without + b] - r2[without])) })
}
lmg <- if (requireNamespace("relaimpo", quietly = TRUE)) function(C, p) {
  k <- c(ncol(C), 1:p); relaimpo::calc.relimp(C[k, k], type = "lmg")@lmg
} else lmg_base
C <- matrix(f64("correlation.f64"), 21)
for (p in c(10, 15, 20)) measure(paste0("lmg", p), function() lmg(C, p), as.numeric) -> none

# The replicate weights of a million rows do not fit in memory in R; a tenth of the rows keeps every cluster.
B <- svydesign(id = ~cluster, strata = ~stratum, weights = ~w, data = d[seq_len(nrow(d) %/% 10), ], nest = TRUE)
set.seed(1)
measure("bootstrap500", function() svymean(items, as.svrepdesign(B, type = "subbootstrap", replicates = 500, compress = TRUE)), function(x) as.numeric(SE(x))) -> none
close(out)
