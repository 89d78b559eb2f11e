# Reference values of OrdinalImportanceTests: Shapley values of McFadden's R2 over all subsets. R 4.2.2, ordinal 2022.11-16. Run beside cmt_synth.csv.
suppressMessages(library(ordinal)); options(digits=16)
shap <- function(d, x, fit) { p <- length(d); v <- sapply(0:(2^p-1), function(k) fit(d[bitwAnd(k, 2^(0:(p-1))) > 0])); phi <- numeric(p)
  for (k in 0:(2^p-1)) { s <- sum(bitwAnd(k, 2^(0:(p-1))) > 0); for (j in 1:p) if (bitwAnd(k, 2^(j-1)) == 0) phi[j] <- phi[j] + factorial(s)*factorial(p-s-1)/factorial(p)*(v[k+2^(j-1)+1]-v[k+1]) }
  list(phi=phi, total=v[2^p]) }
x <- read.csv("cmt_synth.csv"); x <- x[x$wave==1,]; d <- c("timeliness","knowledge","courtesy","fairness","outcome"); x <- x[complete.cases(x[,d]),]; x$y <- factor(x$overall, ordered=TRUE)
con <- clm.control(gradTol=1e-12)
n0 <- as.numeric(logLik(clm(y ~ 1, data=x, control=con))); cat("unweighted\n")
print(shap(d, x, function(s) if (length(s)==0) 0 else 1 - as.numeric(logLik(clm(reformulate(s, "y"), data=x, control=con))) / n0))
w0 <- as.numeric(logLik(clm(y ~ 1, data=x, weights=w, control=con))); cat("weighted\n")
print(shap(d, x, function(s) if (length(s)==0) 0 else 1 - as.numeric(logLik(clm(reformulate(s, "y"), data=x, weights=w, control=con))) / w0))
