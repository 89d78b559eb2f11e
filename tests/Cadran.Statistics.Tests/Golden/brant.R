# Reference values of ProportionalOddsTests. R 4.2.2, survey 4.1-1. Run beside cmt_synth.csv, with MASS's housing data as csv/MASS_housing.csv.
suppressMessages(library(survey)); options(digits=15, survey.lonely.psu="fail")
con <- glm.control(epsilon=1e-15, maxit=100)
# Brant (1990): binary logits of Y > cut, their joint model-based covariance, Wald test of equal slopes.
brant <- function(X, y, w) {
  lv <- sort(unique(y[w > 0])); cuts <- lv[-length(lv)]; p <- ncol(X); Z <- cbind(1, X)
  fits <- lapply(cuts, function(c) glm.fit(Z, as.numeric(y > c), weights=w, family=quasibinomial(), control=con))
  B <- sapply(fits, function(f) f$coefficients); P <- sapply(fits, function(f) as.vector(plogis(Z %*% f$coefficients)))
  K <- length(cuts); inv <- lapply(1:K, function(m) solve(crossprod(Z, Z * (w * P[,m] * (1 - P[,m])))))
  V <- matrix(0, K*p, K*p); s <- 2:(p+1)
  for (m in 1:K) for (l in 1:K) {
    a <- pmax(m, l); b <- pmin(m, l)
    M <- inv[[m]] %*% crossprod(Z, Z * (w * (P[,a] - P[,m] * P[,l]))) %*% inv[[l]]
    V[(m-1)*p + 1:p, (l-1)*p + 1:p] <- M[s, s] }
  wald(as.vector(B[-1, ]), V, K, p) }
wald <- function(b, V, K, p) {
  D <- do.call(rbind, lapply(2:K, function(m) { d <- matrix(0, p, K*p); d[, 1:p] <- diag(p); d[, (m-1)*p + 1:p] <- -diag(p); d }))
  one <- function(rows) { d <- D[rows, , drop=FALSE]; x <- d %*% b; as.numeric(t(x) %*% solve(d %*% V %*% t(d)) %*% x) }
  list(overall=one(1:nrow(D)), each=sapply(1:p, function(j) one(seq(j, nrow(D), by=p))), df=c(nrow(D), K-1)) }
# Under a design: the same contrasts, covariance of the stacked slopes by linearisation; F = W (df - q + 1)/(df q).
brantsvy <- function(design, X, y) {
  w <- weights(design, "sampling"); lv <- sort(unique(y[w > 0])); cuts <- lv[-length(lv)]; p <- ncol(X); Z <- cbind(1, X)
  b <- NULL; I <- NULL
  for (c in cuts) { yy <- as.numeric(y > c); f <- glm.fit(Z, yy, weights=w, family=quasibinomial(), control=con)
    P <- as.vector(plogis(Z %*% f$coefficients)); G <- solve(crossprod(Z, Z * (w * P * (1 - P))))
    I <- cbind(I, ((Z * (yy - P)) %*% G)[, -1]); b <- c(b, f$coefficients[-1]) }
  V <- vcov(svytotal(I, design)); r <- wald(b, V, length(cuts), p); df <- degf(design)
  Fs <- function(W, q) c(W * (df - q + 1) / (df * q), q, df - q + 1, pf(W * (df - q + 1) / (df * q), q, df - q + 1, lower.tail=FALSE))
  list(overall=Fs(r$overall, r$df[1]), each=sapply(r$each, function(x) Fs(x, r$df[2]))) }
h <- read.csv("csv/MASS_housing.csv")
X <- cbind(h$Infl=="Medium", h$Infl=="High", h$Type=="Apartment", h$Type=="Atrium", h$Type=="Terrace", h$Cont=="High") + 0
y <- match(h$Sat, c("Low","Medium","High"))
cat("housing\n"); r <- brant(X, y, h$Freq); print(r); cat(pchisq(r$overall, r$df[1], lower.tail=FALSE), "\n")
x <- read.csv("cmt_synth.csv"); x <- x[x$wave == 1, ]
d <- c("timeliness","knowledge","courtesy","fairness","outcome"); ok <- complete.cases(x[, d])
xc <- x[ok, ]; cat("cmt unweighted\n"); r<-brant(as.matrix(xc[, d]), xc$overall, rep(1, nrow(xc))); print(r); print(pchisq(r$overall,r$df[1],lower.tail=FALSE)); print(pchisq(r$each,r$df[2],lower.tail=FALSE)); print(table(xc$overall))
des <- subset(svydesign(id=~office, strata=~region, weights=~w, fpc=~M_offices, data=x, nest=TRUE), ok)
cat("cmt design\n"); print(brantsvy(des, as.matrix(xc[, d]), xc$overall)); print(degf(des))
