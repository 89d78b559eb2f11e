# Reference values of ImportanceIntervalTests (bca_R.json). R 4.2.2, boot 1.3-28.1, survey 4.1-1. Run beside cmt_synth.csv.
suppressMessages({library(boot); library(survey)}); options(digits=16)
num <- function(v) paste0("[", paste(sprintf("%.17g", v), collapse=", "), "]")
# 1. Limits from given replicates: ratio of cities' populations, boot's own data and influence values.
set.seed(20); b <- boot(city, function(d, i) sum(d$x[i]) / sum(d$u[i]), R=199)
L <- empinf(b, type="jack")
ci <- function(conf) boot.ci(b, conf=conf, type="bca", L=L)$bca[4:5]
# 2. Shares of R2 (LMG) under weights, all 2^p subsets.
r2 <- function(S, C, p) if (length(S) == 0) 0 else as.numeric(C[S, p+1] %*% solve(C[S, S], C[S, p+1]) / C[p+1, p+1])
shares <- function(X, w) { p <- ncol(X) - 1; C <- cov.wt(X, w / sum(w))$cov
  v <- sapply(0:(2^p - 1), function(k) r2(which(bitwAnd(k, 2^(0:(p-1))) > 0), C, p)); phi <- numeric(p)
  for (k in 0:(2^p - 1)) { s <- sum(bitwAnd(k, 2^(0:(p-1))) > 0)
    for (j in 1:p) if (bitwAnd(k, 2^(j-1)) == 0) phi[j] <- phi[j] + factorial(s) * factorial(p-s-1) / factorial(p) * (v[k + 2^(j-1) + 1] - v[k + 1]) }
  phi / sum(phi) }
x <- read.csv("cmt_synth.csv"); x <- x[x$wave == 1, ]
vars <- c("timeliness","knowledge","courtesy","fairness","outcome","overall"); ok <- complete.cases(x[, vars])
X <- as.matrix(x[ok, vars]); st <- unique(x[, c("region","office","M_offices")])
# Jackknife: leave out a cluster, its stratum's others stand in. u = sqrt(1-f)(n-1)/n (mean of the stratum's replicates - replicate); a = sum u^3 / (6 (sum u^2)^1.5).
jack <- function(weigh) { U <- NULL; V <- 0
  for (h in unique(st$region)) { o <- st$office[st$region == h]; n <- length(o); M <- st$M_offices[st$region == h][1]
    T <- t(sapply(o, function(k) { w <- x$w; w[x$region == h] <- w[x$region == h] * n / (n-1); w[x$region == h & x$office == k] <- 0; shares(X, weigh(w)[ok]) }))
    V <- V + (1 - n/M) * (n-1) / n * colSums(sweep(T, 2, colMeans(T))^2)
    U <- rbind(U, sqrt(1 - n/M) * (n-1) / n * sweep(-T, 2, -colMeans(T))) }
  list(a=colSums(U^3) / (6 * colSums(U^2)^1.5), se=sqrt(V)) }
margins <- list(channel=c(ONL=.45, PERSON=.25, POST=.05, TEL=.25), lang=c(EN=.7, FR=.3)); total <- sum(x$w)
rakew <- function(w) { g <- rep(1, length(w))
  for (it in 1:500) { for (m in names(margins)) { s <- tapply(w * g, x[[m]], sum); g <- g * as.vector((total * margins[[m]])[x[[m]]] / s[x[[m]]]) } }
  w * g }
plain <- jack(identity); raked <- jack(rakew)
cat("{\n \"tool\": \"R 4.2.2, boot 1.3-28.1\",\n \"city_estimate\": ", sprintf("%.17g", b$t0), ",\n \"city_replicates\": ", num(b$t), ",\n \"city_influence\": ", num(L),
  ",\n \"city_bca_90\": ", num(ci(.9)), ",\n \"city_bca_95\": ", num(ci(.95)), ",\n \"cmt_shares\": ", num(shares(X, x$w[ok])), ",\n \"cmt_acceleration\": ", num(plain$a),
  ",\n \"cmt_raked_shares\": ", num(shares(X, rakew(x$w)[ok])), ",\n \"cmt_raked_acceleration\": ", num(raked$a), ",\n \"cmt_jackknife_se\": ", num(plain$se), ",\n \"cmt_raked_jackknife_se\": ", num(raked$se), "\n}\n", sep="")
